/**
 * Why there is no server's answer.
 * - `too-large`, `address-unwritable`, `no-smtputf8`: the message was not handed over at all
 * - `no-sign-in`: the server offers none, and we have a name and password
 * - `timed-out`, `connection-lost`: nothing more came
 * - `stopped`: we closed the connection ourselves
 * - `unreachable`: anything else before a message: no such host, no TLS, no SMTP spoken
 */
export const attemptFaults = [
  'too-large',
  'address-unwritable',
  'no-smtputf8',
  'no-sign-in',
  'timed-out',
  'connection-lost',
  'stopped',
  'unreachable',
] as const;
/** One of {@link attemptFaults}. */
export type AttemptFault = (typeof attemptFaults)[number];

/** What an SMTP server said about one message, or why it said nothing. */
export interface SmtpAnswer {
  /** Three digits (`250`, `452`), or null when no answer came. */
  code: number | null;
  /** RFC 3463 (`4.2.2`): the server's, or ours for a message that was not handed over; null when there is none. */
  enhanced: string | null;
  /** The server's words, on one line, cut to 500 characters; '' when it said nothing. A person may be shown them. */
  reply: string;
  /** Why there are none; missing where there are. `detail` is a library's English, for the log only. */
  fault?: { code: AttemptFault; detail: string };
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

/**
 * A text without line breaks, control characters and the two bidi overrides, which make a name read as another: what may stand in a
 * header, in a log or in the ledger. Pure.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u202d\u202e]/g, '')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}
