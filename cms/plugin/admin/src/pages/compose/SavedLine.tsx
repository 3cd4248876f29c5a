import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';

import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import type { Saving } from './drafts/use-saving';

interface SavedLineProps {
  saving: Saving;
  /** Names of those who have the number open too. */
  others: readonly string[];
}

/** How it stands with what is typed, and who reads too. */
export function SavedLine({ saving: { state, at, save }, others }: SavedLineProps) {
  const text = useText();
  const ago = useAgo(at);
  const said =
    state === 'saved'
      ? ago === null
        ? text('compose.saved')
        : text('compose.saved.ago', { ago })
      : text(`compose.${state}`);
  const people = [...new Set(others)].join(text('comma'));
  return (
    <Flex gap={3}>
      <Typography variant="pi" textColor={state === 'refused' ? 'danger700' : 'neutral600'} role="status">
        {said}
      </Typography>
      {people !== '' && (
        <Typography variant="pi" textColor="neutral800">
          {text('compose.others', { names: people, count: others.length })}
        </Typography>
      )}
      {(state === 'typed' || state === 'refused' || state === 'unreachable') && (
        <TextButton onClick={() => void save()}>{text('compose.save')}</TextButton>
      )}
    </Flex>
  );
}

/** How long ago that was, in words that are made anew as time goes by; null where it never was. */
function useAgo(at: Date | null): string | null {
  const { formatRelativeTime } = useDeskIntl();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (at === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [at]);
  if (at === null) return null;
  const seconds = Math.max(0, Math.round((now - at.getTime()) / 1_000));
  if (seconds < 10) return formatRelativeTime(0, 'second', { numeric: 'auto' });
  return seconds < 60
    ? formatRelativeTime(-seconds, 'second')
    : formatRelativeTime(-Math.round(seconds / 60), 'minute');
}
