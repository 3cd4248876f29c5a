import { useDeskIntl } from '../hooks/use-desk-intl';

/** A moment of the ledger or the CMS in the person's own language and time zone. */
export function Moment({ at }: { at: string }) {
  const { formatDate } = useDeskIntl();
  return (
    <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
      {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
