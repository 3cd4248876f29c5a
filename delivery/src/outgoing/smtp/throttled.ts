import type { SmtpOutcome } from './outcome';

/** Codes that servers use for “too much” (RFC 5321, RFC 4954), among other things. */
const codes = new Set([421, 450, 451, 452, 454]);

const tooMuch =
  /\brate\b|throttl|too (?:many|much|fast|quick)|\blimit|slow(?:ed)? ?down|\bbusy\b|exceed|connections?\b|unusual|temporar\w* (?:reject|block|defer|suspend)/i;

const greylisting = /gr[ea]y-?list/i;

/** Words that are about this recipient's mailbox, or how much mail it is getting, or about greylisting. */
const ofTheMailbox = /mailbox|quota|gr[ea]y-?list|inbox|is receiving (?:too much )?mail/i;

/**
 * Whether an answer asks for a slower pace, and not just for a later attempt: a full mailbox, greylisting and a plain
 * “later” say nothing about how fast we are. Pure.
 */
export function isThrottled(outcome: SmtpOutcome): boolean {
  if (outcome.kind !== 'deferred' || outcome.code === null || !codes.has(outcome.code)) return false;
  if (/^4\.2\.[12]$/.test(outcome.enhanced ?? '') || ofTheMailbox.test(outcome.reply)) return false;
  // 4.4.5, 4.3.2, 4.5.3 and 4.7.28 are about load, queues, recipients and rates (RFC 3463 and its registry).
  return /^4\.(?:4\.5|3\.2|5\.3|7\.28)$/.test(outcome.enhanced ?? '') || tooMuch.test(outcome.reply);
}

/**
 * Whether an answer speaks of this recipient alone, so that another session would hear the same: a status about the mailbox (RFC 3463,
 * subject 2), or greylisting by its name (RFC 6647). Words alone are too weak: “mailbox unavailable” is RFC 5321's text for any 450. Pure.
 */
export function isOfRecipient(response: string): boolean {
  return /^\d{3}[ -]4\.2\.\d/.test(response) || greylisting.test(response);
}
