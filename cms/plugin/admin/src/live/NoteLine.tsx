import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import type { LiveNote } from '../../../shared/desk';
import { SetAside, type Deciding } from '../components/SetAside';
import { useSpaced } from '../hooks/use-spaced';
import { useText } from '../hooks/use-text';

/** Whether there is still something to do about it. Pure. */
export function isOpen({ finding }: LiveNote): boolean {
  return finding?.setAside == null;
}

/** Before the words, which are set in a colour that reads. */
const Sign = styled(WarningCircle)`
  width: 1.2rem;
  height: 1.2rem;
  margin-inline-end: 0.6rem;
  vertical-align: -0.15em;
`;

type Mend = NonNullable<LiveNote['mend']>;

/** How what has one right value is mended by one click. */
export interface Mending {
  /** Whether a form of the page has the text as it was read. */
  can: (mend: Mend) => boolean;
  apply: (mend: Mend) => void;
}

interface NoteLineProps {
  note: LiveNote;
  deciding: Deciding | null;
  mending: Mending | null;
}

/** What is to be said of a place; what was set aside is struck through, with its reason. */
export function NoteLine({ note, deciding, mending }: NoteLineProps) {
  const spaced = useSpaced();
  const { severity, message, remedy, finding, mend } = note;
  const said = isOpen(note) ? `${spaced(message)} ${spaced(remedy)}` : spaced(message);
  const isWarning = severity === 'warning';
  return (
    <Box paddingTop={1}>
      <Typography
        tag={isOpen(note) ? 'p' : 's'}
        variant="pi"
        textColor={!isOpen(note) ? 'neutral600' : isWarning ? 'neutral800' : 'danger700'}
      >
        {isOpen(note) && <Sign aria-hidden fill={isWarning ? 'warning600' : 'danger600'} />}
        {said}
      </Typography>
      {mend && isOpen(note) && mending?.can(mend) && (
        <MendButton mend={mend} message={message} onMend={() => mending.apply(mend)} />
      )}
      {finding && <SetAside finding={{ ...finding, message }} deciding={deciding} />}
    </Box>
  );
}

function MendButton({ mend, message, onMend }: { mend: Mend; message: string; onMend: () => void }) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <TextButton onClick={onMend} aria-label={text('mend.named', { message })}>
        {text('mend.button')}
      </TextButton>
      <Typography variant="pi" textColor="neutral600" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {changedPart(mend)}
      </Typography>
    </Flex>
  );
}

/** How much of a text stands around what becomes another. */
const ASIDE = 24;

/** The words in which a mended text differs from what it was, and a few around them. Pure. */
function changedPart({ from, to }: Mend): string {
  let start = 0;
  while (start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const [first, last] = [Math.max(0, start - ASIDE), Math.min(to.length, to.length - end + ASIDE)];
  return `${first > 0 ? '…' : ''}${to.slice(first, last)}${last < to.length ? '…' : ''}`;
}
