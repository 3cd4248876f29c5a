import { styled } from 'styled-components';

import type { EditionPreview, Language } from '../../../shared/desk';
import { useText } from '../hooks/use-text';

const Sheet = styled.div<{ $height: string }>`
  height: ${({ $height }) => $height};
  overflow: auto;
  padding: 3.2rem;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral100};
`;

const Lines = styled.pre`
  max-width: 78ch;
  margin: 0 auto;
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  font-size: 1.3rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

interface PlainTextProps {
  text: string;
  direction: EditionPreview['direction'];
  language: Language;
  /** Of the sheet, as CSS has it; what stands around it says it where it is left out. */
  height?: string;
}

/** The twin that goes with every mail, for readers and programs that take no HTML. */
export function PlainText({ text: twin, direction, language, height = '100%' }: PlainTextProps) {
  const text = useText();
  return (
    <Sheet $height={height} tabIndex={0} role="region" aria-label={text('preview.text.frame')}>
      <Lines dir={direction} lang={language}>
        {twin}
      </Lines>
    </Sheet>
  );
}
