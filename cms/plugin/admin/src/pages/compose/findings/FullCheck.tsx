import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { Finding, LiveNote } from '../../../../../shared/desk';
import { useReadIssueQuery } from '../../../api/issues';
import { Refusal } from '../../../components/Refusal';
import type { Deciding } from '../../../components/SetAside';
import { useRefetchOnSave } from '../../../hooks/use-refetch-on-save';
import { useText } from '../../../hooks/use-text';
import { NotesOfList } from '../../../live/NotesOfList';

interface FullCheckProps {
  issueId: string;
  /** What is said already, of the quick rules. */
  notes: readonly LiveNote[];
  /** When something was saved last: what was checked is asked for anew. */
  savedAt: Date | null;
  /** Whether something is typed that is not saved. */
  isTyped: boolean;
  deciding: Deciding | null;
  /** Whether a place has a field on this page. */
  leads: (place: string) => boolean;
  onPlace: (place: string) => void;
}

/** What takes seconds to find, as spelling and comparisons do: asked for by a click, of what is saved. */
export function FullCheck(props: FullCheckProps) {
  const { issueId, notes, savedAt, isTyped, deciding, leads, onPlace } = props;
  const text = useText();
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching, ...asked } = useReadIssueQuery(issueId, {
    skip: !isAsked,
    refetchOnMountOrArgChange: true,
  });
  useRefetchOnSave(savedAt?.getTime() ?? 0, asked);
  const ask = async (): Promise<void> => {
    if (isTyped) await deciding?.before();
    setAsked(true);
  };
  const others = isAsked ? othersThan(notes, data?.findings ?? []) : [];
  return (
    <Box padding={3} paddingLeft={5} paddingRight={5}>
      {!isAsked && (
        <Flex gap={3} wrap="wrap">
          <Button size="S" variant="secondary" onClick={() => void ask()}>
            {text('compose.full.ask')}
          </Button>
          <Typography variant="pi" textColor="neutral600">
            {text('compose.full.hint')}
          </Typography>
        </Flex>
      )}
      <div role="status">
        {isAsked && isFetching && <Loader small>{text('compose.full.running')}</Loader>}
        {isAsked && !isFetching && data && (
          <Typography variant="pi" textColor="neutral700">
            {text('compose.full.done', { count: others.length })}
          </Typography>
        )}
      </div>
      <Refusal error={error} />
      {others.length > 0 && (
        <NotesOfList
          name={text('compose.full.name')}
          notes={others}
          deciding={deciding}
          mending={null}
          leads={leads}
          onPlace={onPlace}
        />
      )}
    </Box>
  );
}

/** What the full preflight says and the quick rules do not. Pure. */
function othersThan(notes: readonly LiveNote[], findings: readonly Finding[]): LiveNote[] {
  const known = new Set(notes.flatMap(({ finding }) => finding?.key ?? []));
  return findings
    .filter(({ key }) => !known.has(key))
    .map(({ key, maySetAside, setAside, place, at, severity, message, remedy }) => ({
      ...{ at, severity, remedy, mend: null, finding: { key, maySetAside, setAside } },
      message: place === '' ? message : `${place} — ${message}`,
    }));
}
