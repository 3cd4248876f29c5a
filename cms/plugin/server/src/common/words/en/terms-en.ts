import type { LedgerHold, SuppressionReason } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Stage, StageEvent } from '../../../../../shared/stages';

/** An edition's language, as it follows a noun. */
export const languages: Record<Language, string> = { fr: 'in French', ar: 'in Arabic', en: 'in English' };

/** The account of the operating system that ran a command: a name such as `root` is nobody’s of the team. */
export const account = (name: string) => `system account ${name}`;

/** Where an issue stands, after “is”. */
export const stages: Record<Stage, string> = {
  drafting: 'being drafted',
  'in-review': 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  sending: 'being sent',
  sent: 'sent',
};

/** What cannot happen to an issue where it stands. */
export const steps: Record<StageEvent, string> = {
  submit: 'cannot be submitted for review',
  withdraw: 'cannot be taken back to drafting',
  approve: 'cannot be approved',
  void: 'cannot lose its approval',
  correct: 'cannot be corrected',
  uncorrect: 'has no correction to take back',
  schedule: 'cannot be scheduled',
  start: 'cannot be sent',
  finish: 'cannot be closed',
  release: 'cannot be taken off its schedule',
};

/** Why an address must not be mailed, as it follows the address. */
export const suppressionReasons: Record<SuppressionReason, string> = {
  unsubscribed: 'unsubscribed',
  bounced: 'undeliverable',
  complained: 'reported as spam',
  'suppressed-by-hand': 'suppressed by hand',
};

/** Why all sending was held, after “because”. */
export const holdReasons: Record<LedgerHold, string> = {
  empty: 'the record of sends is empty',
  another: 'it is another record of sends',
  older: 'the record of sends is older than the content',
  'rolled-back': 'the data has gone back in time',
  moved: 'the record of sends lies in another place',
  'link-secret-changed': 'the key of the links has changed',
  'person-key-changed': 'the key of persons has changed',
  damaged: 'the record of sends is damaged',
  restored: 'the data comes from a backup',
  'carried-over': 'the installation was carried over to PostgreSQL',
  'journal-changed': 'the journal is not what was written any more',
};
