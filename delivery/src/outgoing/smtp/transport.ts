import type { ServerTrouble, SmtpOutcome } from './outcome';

/** Who a message goes from and to, as SMTP sees it: one recipient each. */
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
   * on the way looks at them again, so a message that breaks this rule could end early, or carry another within it.
   */
  pieces: readonly Buffer[];
}

/** Bytes on their way to a mail server. The port of this package: nodemailer stands behind it, and could be replaced. */
export interface Transport {
  /** Hands one message over. Never throws: what happened is the outcome. */
  send(message: OutgoingMessage): Promise<SmtpOutcome>;
  /** Connects and signs in without sending anything. */
  verify(): Promise<{ ok: true } | { ok: false; trouble: ServerTrouble; reply: string }>;
  /** Lets what is on its way finish for `graceMs` at most, then closes every connection. */
  close(options?: { graceMs: number }): Promise<void>;
}
