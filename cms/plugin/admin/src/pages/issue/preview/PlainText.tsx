import { styled } from 'styled-components';

import type { EditionPreview, Language } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';
import { PREVIEW_HEIGHT } from './MailFrame';

const Sheet = styled.div<{ $isTall: boolean }>`
  height: ${({ $isTall }) => ($isTall ? '100%' : PREVIEW_HEIGHT)};
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
  /** Whether it takes all the height that there is. */
  isTall?: boolean;
}

/** The twin that goes with every mail, for readers and programs that take no HTML. */
export function PlainText({ text: twin, direction, language, isTall = false }: PlainTextProps) {
  const text = useText();
  return (
    <Sheet $isTall={isTall} tabIndex={0} role="region" aria-label={text('preview.text.frame')}>
      <Lines dir={direction} lang={language}>
        {twin}
      </Lines>
    </Sheet>
  );
}
