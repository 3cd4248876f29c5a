import type { ExclusionReason } from '../../../shared/desk';
import type { TextKey, Tone } from './text';

const tones: Record<ExclusionReason, Tone> = {
  unsubscribed: 'secondary',
  complained: 'danger',
  bounced: 'warning',
  'suppressed-by-hand': 'alternative',
  unconfirmed: 'neutral',
  'invalid-address': 'neutral',
  'duplicate-address': 'neutral',
  'duplicate-person': 'neutral',
  'has-number': 'success',
  'awaits-edition': 'secondary',
};

export function reasonTone(reason: ExclusionReason): Tone {
  return tones[reason];
}

const sources: Record<string, TextKey> = {
  'one-click': 'source.one-click',
  page: 'source.page',
  mail: 'source.mail',
  desk: 'source.desk',
  smtp: 'source.smtp',
  mailbox: 'source.mailbox',
  ses: 'source.ses',
  brevo: 'source.brevo',
  mailgun: 'source.mailgun',
  postmark: 'source.postmark',
  sendgrid: 'source.sendgrid',
  generic: 'source.generic',
};

/** Where a suppression came from, in words; null for a source that a later version of the ledger may write. */
export function sourceText(source: string): TextKey | null {
  return sources[source] ?? null;
}
