import { putBackSuppressions, type Ledger, type SuppressionDecision } from '@nachra/delivery';
import type { EventLog } from '../common/log';

/** What the content remembers of suppressions. */
export interface SecondRecord {
  /** What the content knows of each person who was ever suppressed. */
  readSuppressionRecords: () => Promise<SuppressionDecision[]>;
}

/** Gives the ledger the suppressions back that it has lost, and says how many. Idempotent. */
export async function putBackLost({
  ledger,
  readSuppressionRecords,
  log,
  now,
}: SecondRecord & { ledger: Ledger; log: EventLog; now: () => Date }): Promise<void> {
  const { made, lifted } = await putBackSuppressions(ledger, await readSuppressionRecords(), now());
  if (made + lifted > 0)
    log.warn(
      { event: 'suppressions.put-back', made, lifted },
      'The ledger had lost suppressions: they are back from the journal.',
    );
}
