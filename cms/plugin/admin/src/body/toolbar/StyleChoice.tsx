import { isInTable } from '@tiptap/pm/tables';
import { useEditorState, type Editor } from '@tiptap/react';
import { styled } from 'styled-components';

import { useText } from '../../hooks/use-text';

/** The styles of a block, by the names of their options: what it is, and the level of a heading. */
const styles = {
  paragraph: ['paragraph', {}],
  heading1: ['heading', { level: 1 }],
  heading2: ['heading', { level: 2 }],
  heading3: ['heading', { level: 3 }],
  quote: ['quote', {}],
  codeBlock: ['codeBlock', {}],
} as const;
type Style = keyof typeof styles;
const names = Object.keys(styles) as Style[];

/** What the paragraph at the caret is: text, a heading, a quote or code. */
export function StyleChoice({ editor }: { editor: Editor }) {
  const text = useText();
  const style = useEditorState({
    editor,
    selector: ({ editor: now }) => names.find((name) => now.isActive(styles[name][0], styles[name][1])) ?? '',
  });
  const isFixed = useEditorState({ editor, selector: ({ editor: { state } }) => isInTable(state) });
  return (
    <Choice
      aria-label={text('body.style')}
      tabIndex={0}
      value={style}
      disabled={isFixed}
      onChange={(event) => {
        const [type, attributes] = styles[event.target.value as Style];
        const chain = editor.chain().focus();
        (editor.isActive('listItem') ? chain.clearNodes() : chain).setNode(type, attributes).run();
      }}
    >
      {/* A heading of a level that is not offered, or a picture. */}
      {style === '' && <option value="">—</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {text(`body.style.${name}`)}
        </option>
      ))}
    </Choice>
  );
}

const Choice = styled.select`
  ${({ theme }) => `
    height: 3.2rem;
    padding: 0 0.4rem;
    border: 1px solid ${theme.colors.neutral200};
    border-radius: ${theme.borderRadius};
    background: ${theme.colors.neutral0};
    color: ${theme.colors.neutral800};
    font-size: 1.3rem;
    &:focus-visible { outline: 2px solid ${theme.colors.primary600}; outline-offset: -2px; }
    &:disabled { color: ${theme.colors.neutral500}; }
  `}
`;
