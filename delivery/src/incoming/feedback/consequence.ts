import type { SuppressionReason } from '../../campaigns/candidates';
import type { Classification } from '../bounce';
import type { DeliveryEvent } from '../../campaigns/states';

/** What a classified message leads to. */
export interface Consequence {
  /** Suppress at once, for this reason. */
  suppress: SuppressionReason | null;
  /** Ask whether this address has been refused too often. */
  escalates: boolean;
  /** What it proves of a delivery in doubt. */
  evidence: Extract<DeliveryEvent, 'accept' | 'reject'> | null;
}

/**
 * Decides what a message that came back leads to; null when to nothing at all. Pure.
 *
 * A refusal of the sender (`policy`) or of this message (`content`) says nothing about the person, however final it is.
 * A report that a message still waits (`Action: delayed`) refuses nothing yet.
 */
export function consequenceOf(classification: Classification): Consequence | null {
  switch (classification.kind) {
    case 'bounce':
      if (isDelay(classification)) return { suppress: null, escalates: false, evidence: null };
      return {
        suppress: classification.severity === 'hard' ? 'bounced' : null,
        escalates: classification.severity === 'soft' || classification.severity === 'unknown',
        evidence: 'reject',
      };
    case 'complaint':
      return { suppress: 'complained', escalates: false, evidence: 'accept' };
    case 'unsubscribe':
      return { suppress: 'unsubscribed', escalates: false, evidence: 'accept' };
    case 'auto-reply':
    case 'other':
      return null;
  }
}

/** Whether a report tells of waiting, not of a refusal. */
export function isDelay({ reason }: Classification): boolean {
  return reason.startsWith('action-delayed:');
}

/** The sentence a classification was decided by, without its rule's name. */
export function sentenceOf({ reason }: Pick<Classification, 'reason'>): string {
  return reason.replace(/^[a-z0-9-]+: /, '').slice(0, 400);
}
