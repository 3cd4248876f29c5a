import type { Examination } from '@nachra/delivery';
import type { EventLog } from '../common/log';

/** Leaves in the log what a comparison of content and ledger has found: the desk says the same to people. */
export function sayWhatWasFound(
  log: EventLog,
  { hold, silent, unapproved, isUnwitnessed }: Examination & { unapproved: readonly string[] },
): void {
  if (hold !== null)
    log.error(
      { event: 'ledger.held', hold },
      'Nothing is sent: the desk explains why, and lets a person decide.',
    );
  if (silent.length > 0)
    log.warn(
      { event: 'campaigns.held', count: silent.length },
      'Campaigns that nobody had worked on for an hour wait for a decision at the desk.',
    );
  if (unapproved.length > 0)
    log.warn(
      { event: 'campaigns.unapproved', count: unapproved.length },
      'Campaigns whose approvals the content does not know wait for a decision at the desk.',
    );
  if (isUnwitnessed)
    log.warn(
      { event: 'ledger.unwitnessed' },
      'This machine does not remember the ledger: if its files were copied back in place, nobody may notice.',
    );
}
