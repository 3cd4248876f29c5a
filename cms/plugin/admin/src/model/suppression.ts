import type { ExclusionReason } from '../../../shared/desk';
import { suppressionSources } from '../../../shared/lists';
import type { TextKey, Tone } from './text';

const tones: Record<ExclusionReason, Tone> = {
  unsubscribed: 'secondary',
  complained: 'danger',
  bounced: 'warning',
  'suppressed-by-hand': 'alternative',
  unconfirmed: 'neutral',
  'invalid-address': 'neutral',
  'duplicate-address': 'neutral',
};

export function reasonTone(reason: ExclusionReason): Tone {
  return tones[reason];
}

/** Where a suppression came from, in words; null for a source that a later version of the ledger may write. */
export function sourceText(source: string): TextKey | null {
  const known = suppressionSources.find((one) => one === source);
  return known === undefined ? null : `source.${known}`;
}
