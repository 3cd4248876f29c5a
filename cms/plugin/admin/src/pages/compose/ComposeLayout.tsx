import { useState, type ReactNode } from 'react';
import { styled } from 'styled-components';

import { Splitter } from '../../components/Splitter';
import { useRemembered } from '../../hooks/use-remembered';
import { useText } from '../../hooks/use-text';

const STRUCTURE = 260;
const LEAST_FORM = 340;
const LEAST_MAIL = 320;
/** A mail of 600 pixels, and one of 375, with what stands around them. */
const [WHOLE_MAIL, PHONE_MAIL] = [660, 395];
const LINE = 6;

const Whole = styled.div`
  display: flex;
  flex-direction: column;
  height: 100vh;
  min-width: 0;
`;
const Panes = styled.div<{ $mail: number }>`
  display: grid;
  flex: 1;
  grid-template-columns:
    ${STRUCTURE}px minmax(${LEAST_FORM}px, 1fr) ${LINE}px
    minmax(${LEAST_MAIL}px, ${({ $mail }) => $mail}px);
  min-height: 0;
`;
const Scrolled = styled.div`
  min-width: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
`;
const Structure = styled(Scrolled)`
  border-inline-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};
`;
const Middle = styled(Scrolled)`
  background: ${({ theme }) => theme.colors.neutral0};
`;
const Mail = styled.div<{ $isDragging: boolean }>`
  min-width: 0;
  min-height: 0;
  pointer-events: ${({ $isDragging }) => ($isDragging ? 'none' : 'auto')};
`;

interface ComposeLayoutProps {
  header: ReactNode;
  structure: ReactNode;
  middle: ReactNode;
  live: ReactNode;
  /** Whether a table of figures stands in the middle: the mail leaves it the room, as wide as on a phone. */
  isTable: boolean;
}

/** Three panes that scroll each by itself; how wide the mail is, this browser remembers, for tables and for all else. */
export function ComposeLayout({ header, structure, middle, live, isTable }: ComposeLayoutProps) {
  const text = useText();
  const [besideText, rememberBesideText] = useRemembered('compose.mail-width');
  const [besideTable, rememberBesideTable] = useRemembered('compose.mail-width-beside-table');
  const [remembered, remember] = isTable
    ? [besideTable, rememberBesideTable]
    : [besideText, rememberBesideText];
  const usual = isTable ? PHONE_MAIL : WHOLE_MAIL;
  const [isDragging, setDragging] = useState(false);
  const most = Math.max(LEAST_MAIL, window.innerWidth - STRUCTURE - LEAST_FORM - LINE - 80);
  const width = Math.min(most, Math.max(LEAST_MAIL, Number(remembered) || Math.min(usual, most)));
  return (
    <Whole>
      {header}
      <Panes $mail={width}>
        <Structure as="nav" aria-label={text('compose.structure')}>
          {structure}
        </Structure>
        <Middle as="section" aria-label={text('compose.form')}>
          {middle}
        </Middle>
        <Splitter
          name={text('compose.splitter')}
          width={width}
          least={LEAST_MAIL}
          most={most}
          onWidth={(next) => remember(String(next))}
          onDragging={setDragging}
        />
        <Mail $isDragging={isDragging}>{live}</Mail>
      </Panes>
    </Whole>
  );
}
