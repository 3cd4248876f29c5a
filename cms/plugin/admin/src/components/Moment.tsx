import { useDeskIntl } from '../hooks/use-desk-intl';

/** A moment of the ledger or the CMS in the person's own language and time zone, or the time from one to another. */
export function Moment({ since = null, at }: { since?: string | null; at: string }) {
  const { formatDate, formatDateTimeRange } = useDeskIntl();
  const how = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return (
    <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
      {since === null ? formatDate(at, how) : formatDateTimeRange(new Date(since), new Date(at), how)}
    </time>
  );
}
