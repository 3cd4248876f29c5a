import type { ServerTrouble, SmtpOutcome } from './outcome';

/** The sender and recipient of a message in SMTP: one recipient each. */
export interface Envelope {
  /** Return path: the VERP address that a bounce comes back to. */
  from: string;
  to: string;
}

/** A message as a mail server takes it. */
export interface OutgoingMessage {
  envelope: Envelope;
  /**
   * The bytes, in order, exactly as they go over the wire: whole lines, each ended by CRLF, none begun by a dot. Nothing
   * checks them again on the way, so a message that breaks this rule could end early, or smuggle in another message.
   */
  pieces: readonly Buffer[];
}

/** Sends finished messages to a mail server. The port of this package, behind which nodemailer could be replaced. */
export interface Transport {
  /** Hands one message over. Never throws: the outcome says what happened. */
  send(message: OutgoingMessage): Promise<SmtpOutcome>;
  /** Connects and signs in without sending anything. */
  verify(): Promise<{ ok: true } | { ok: false; trouble: ServerTrouble; reply: string }>;
  /** Lets messages under way finish for at most `graceMs`, then closes every connection. */
  close(options?: { graceMs: number }): Promise<void>;
}
