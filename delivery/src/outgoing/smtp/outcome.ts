/** What an SMTP server said about one message, or why it said nothing. */
export interface SmtpAnswer {
  /** Three digits (`250`, `452`), or null when no answer came. */
  code: number | null;
  /** RFC 3463 (`4.2.2`), or null when the server gave none. */
  enhanced: string | null;
  /** The answer as received, on one line; or what happened instead. */
  reply: string;
}

/**
 * Why a server cannot be used for now. Not the recipient's fault.
 * - `ascii-only`: it offers no SMTPUTF8, and the address needs it; it takes others
 * - `breaking-off`: connections to it keep breaking in the middle of messages
 */
export const serverTroubles = [
  'unreachable',
  'sign-in-refused',
  'insecure',
  'sender-refused',
  'closing',
  'stopped',
  'ascii-only',
  'breaking-off',
] as const;
/** One of {@link serverTroubles}. */
export type ServerTrouble = (typeof serverTroubles)[number];

/**
 * What became of one attempt.
 * - `accepted`: 250; the server has taken the message over
 * - `deferred`: temporarily refused, or broken off before the message was complete
 * - `rejected`: refused for good
 * - `in-doubt`: the connection broke after the last byte and before the answer
 * - `server-unavailable`: the server took nothing of this message, and would take no other message
 */
export type SmtpOutcome =
  | (SmtpAnswer & { kind: 'accepted' | 'deferred' | 'rejected' | 'in-doubt' })
  | (SmtpAnswer & { kind: 'server-unavailable'; trouble: ServerTrouble });

/** A text without line breaks and control characters: what may stand in a header, in a log or in the ledger. Pure. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
