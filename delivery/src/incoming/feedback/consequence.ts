import type { SuppressionReason } from '../../campaigns/candidates';
import type { FeedbackKind } from '../../campaigns/suppressions/suppression-record';
import type { Classification } from '../bounce';
import { delayRule } from '../bounce/judge';
import type { SettlingEvent } from '../../campaigns/states';

/** What a classified message leads to. */
export interface Consequence {
  kind: FeedbackKind;
  /** Suppress at once, for this reason. */
  suppress: SuppressionReason | null;
  /** Whether to check how often this address has bounced. */
  escalates: boolean;
  /** What it proves about a delivery in doubt. */
  evidence: SettlingEvent | null;
}

/**
 * Decides what a message that came back leads to; null if nothing follows. Pure.
 *
 * A refusal of the sender (`policy`) or of this message (`content`) says nothing about the person, however final it is.
 * A report that a message is still waiting (`Action: delayed`) is not a refusal.
 */
export function consequenceOf(classification: Classification): Consequence | null {
  switch (classification.kind) {
    case 'bounce':
      if (isDelay(classification))
        return { kind: 'bounce', suppress: null, escalates: false, evidence: null };
      return {
        kind: 'bounce',
        suppress: classification.severity === 'hard' ? 'bounced' : null,
        escalates: classification.severity === 'soft' || classification.severity === 'unknown',
        evidence: 'reject',
      };
    case 'complaint':
      return { kind: 'complaint', suppress: 'complained', escalates: false, evidence: 'accept' };
    case 'unsubscribe':
      return { kind: 'unsubscribe', suppress: 'unsubscribed', escalates: false, evidence: 'accept' };
    case 'auto-reply':
    case 'other':
      return null;
  }
}

/** Whether a report says that the message is still waiting, and was not refused. */
export function isDelay({ rule }: Classification): boolean {
  return rule === delayRule;
}
