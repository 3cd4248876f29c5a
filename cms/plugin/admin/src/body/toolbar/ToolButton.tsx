import { useEditorState, type Editor } from '@tiptap/react';
import { styled } from 'styled-components';

import { useText } from '../../hooks/use-text';
import type { Tool } from './tools';

interface ToolButtonProps {
  editor: Editor;
  tool: Omit<Tool, 'icon'> & Partial<Pick<Tool, 'icon'>>;
  isOn?: boolean;
  /** Shown by its name. */
  isWord?: boolean;
}

/** One button of the toolbar. It leaves the selection in the text where it is. */
export function ToolButton({ editor, tool, isOn, isWord = false }: ToolButtonProps) {
  const text = useText();
  const { icon: Icon } = tool;
  const { on, off } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: isOn ?? tool.isOn?.(now),
      off: tool.isOff?.(now) ?? false,
    }),
  });
  const name = text(tool.name);
  return (
    <Button
      type="button"
      tabIndex={-1}
      aria-label={name}
      aria-pressed={on}
      aria-keyshortcuts={tool.keys?.replace('Ctrl', 'Control').replace('Maj', 'Shift')}
      title={tool.keys ? `${name} (${tool.keys})` : name}
      disabled={off}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor)}
    >
      {isWord || !Icon ? name : <Icon />}
    </Button>
  );
}

const Button = styled.button`
  ${({ theme }) => `
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 3.2rem;
    height: 3.2rem;
    padding: 0 0.8rem;
    border: 0;
    border-radius: ${theme.borderRadius};
    background: transparent;
    color: ${theme.colors.neutral800};
    font-size: 1.2rem;
    cursor: pointer;
    &:hover:not(:disabled) { background: ${theme.colors.neutral200}; }
    &[aria-pressed='true'] { background: ${theme.colors.primary100}; color: ${theme.colors.primary700}; }
    &:disabled { color: ${theme.colors.neutral400}; cursor: default; }
    &:focus-visible { outline: 2px solid ${theme.colors.primary600}; outline-offset: -2px; }
    svg { width: 1.6rem; height: 1.6rem; fill: currentColor; }
    svg path { fill: currentColor; }
  `}
`;

export const ToolRow = styled.div`
  ${({ theme }) => `
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem;
    padding: 0.4rem;
    border-bottom: 1px solid ${theme.colors.neutral200};
    border-radius: ${theme.borderRadius} ${theme.borderRadius} 0 0;
    background: ${theme.colors.neutral100};
    position: sticky;
    top: 0;
    z-index: 1;
  `}
`;

export const Separator = styled.span`
  width: 1px;
  height: 2rem;
  margin: 0 0.4rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;
