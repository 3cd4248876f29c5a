import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { needsSmtpUtf8 } from '../../campaigns/candidates';
import { acceptedAnswer, classifyFailure, type BodyProgress, type SmtpFailure } from './classify';
import type { SmtpOutcome } from './outcome';
import { OutgoingBody } from './outgoing-body';
import type { SmtpSettings } from './smtp-settings';
import { isOfRecipient } from './throttled';
import type { OutgoingMessage } from './transport';

const second = 1_000;

/** The result of one message: the outcome, and what it says of the session. */
export interface SessionAnswer {
  outcome: SmtpOutcome;
  /** Whether the session can take another message: at once, after {@link SmtpSession.reset}, or never. */
  standing: 'open' | 'refused' | 'over';
  /** The message was surely not taken, and the reason may be this session: a fresh one may take it. */
  mayBeSession: boolean;
}

/**
 * One connection to a mail server, signed in. TLS, AUTH and the pipelining of a message's envelope are nodemailer's.
 *
 * Exactly one operation is under way at a time; whatever ends the connection also ends that operation, so nothing waits
 * for a server that is gone.
 */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #settings: SmtpSettings;
  #failure: unknown = null;
  #ended = false;
  #onEnd: (() => void) | null = null;
  /** Messages whose envelope the server has heard so far, and those of them that it took, or refused for good. */
  #begun = 0;
  #accepted = 0;
  #rejected = 0;

  constructor(settings: SmtpSettings) {
    this.#settings = settings;
    this.#connection = new SMTPConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      requireTLS: settings.requireTls,
      // Without this, nodemailer falls silent about a STARTTLS offered with a certificate for another name on loopback.
      ...(settings.requireTls || settings.secure ? {} : { tls: { rejectUnauthorized: false } }),
      connectionTimeout: 30 * second,
      greetingTimeout: 30 * second,
      // RFC 5321 §4.5.3.2.6 grants a server ten minutes to answer the final dot.
      socketTimeout: 600 * second,
      // A half-open socket of ours could still finish a message that was given up.
      socketCloseTimeout: 0,
    });
    this.#connection.on('error', (error: unknown) => (this.#failure = error));
    this.#connection.once('end', () => {
      this.#ended = true;
      this.#onEnd?.();
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** How many messages the server has heard of in this session. */
  get begun(): number {
    return this.#begun;
  }

  /** Whether it has refused none of them. */
  get isUnblemished(): boolean {
    return this.#accepted === this.#begun;
  }

  /** Connects, secures and signs in. @throws what nodemailer reports, or that the server offers no sign-in */
  async open(): Promise<void> {
    await this.#operation<void>((done) => this.#connection.connect((error) => done(error)));
    const { user, password = '' } = this.#settings;
    if (user === undefined) return;
    if (!this.#connection.allowsAuth) {
      throw Object.assign(new Error('The server offers no sign-in, but SMTP_URL has a name and password'), {
        code: 'ENOAUTH',
      });
    }
    await this.#operation<void>((done) =>
      this.#connection.login({ user, credentials: { user, pass: password } }, (error) => done(error)),
    );
  }

  /** Hands one message over. Never throws: the outcome says what happened. */
  async send({ envelope, pieces }: OutgoingMessage): Promise<SessionAnswer> {
    const isBeyondAscii = needsSmtpUtf8(envelope.to);
    if (isBeyondAscii && !this.#offers('SMTPUTF8'))
      return { outcome: asciiOnly, standing: this.#ended ? 'over' : 'open', mayBeSession: false };
    const body = new OutgoingBody(pieces);
    try {
      const response = await this.#operation<string>((done) =>
        this.#connection.send(
          // Its header names it too, in UTF-8 (RFC 6532).
          { from: envelope.from, to: [envelope.to], size: body.size, use8BitMime: isBeyondAscii },
          body,
          (error, info) => done(error, info?.response),
        ),
      );
      this.#begun += 1;
      this.#accepted += 1;
      return {
        outcome: acceptedAnswer(response ?? ''),
        standing: this.#ended ? 'over' : 'open',
        mayBeSession: false,
      };
    } catch (error) {
      const failure = duringMessage(failureOf(error));
      const outcome = classifyFailure(failure, body.progress);
      const refused = failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE';
      const mayBeSession = this.#mayBeSession(failure, body.progress);
      // What nodemailer refuses itself (an address, a size) the server has not heard of.
      if (!refused || failure.responseCode !== undefined) this.#begun += 1;
      if (outcome.kind === 'rejected' && failure.responseCode !== undefined) this.#rejected += 1;
      const isOver = !refused || failure.responseCode === 421 || this.#ended;
      return { outcome, standing: isOver ? 'over' : 'refused', mayBeSession };
    }
  }

  /**
   * Whether the session may be why a message was not taken: a limit of messages or errors, or the server's idle clock. A session
   * that has only refused for now, such as one to a server that greylists everybody, proves nothing, unless it is closed; nor does an
   * answer that speaks of the recipient.
   */
  #mayBeSession({ code, responseCode, response = '' }: SmtpFailure, body: BodyProgress): boolean {
    if (responseCode === undefined)
      return code !== 'EENVELOPE' && code !== 'EMESSAGE' && body === 'untouched' && this.#begun > 0;
    if (responseCode < 400 || responseCode > 499) return false;
    // With bytes of the message gone, only the answer to the whole of it says that it was not taken.
    if (body !== 'untouched' && code !== 'EMESSAGE') return false;
    if (responseCode === 421) return this.#begun > 0;
    return this.#accepted + this.#rejected > 0 && !isOfRecipient(response);
  }

  /** Whether the server announced an extension. nodemailer does not say, and sends what needs one anyway. */
  #offers(extension: string): boolean {
    const lines: unknown = Reflect.get(this.#connection, '_ehloLines');
    return Array.isArray(lines) && lines.some((line) => String(line).toUpperCase() === extension);
  }

  /** Sends QUIT, then closes. */
  quit(): void {
    if (!this.#ended) this.#connection.quit();
  }

  /** Sends QUIT and waits for the server to close, as long as it may take; then the connection is closed in any case. */
  async leave(patienceMs: number): Promise<void> {
    if (!this.#ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        this.#onEnd = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#connection.quit();
      });
    }
    this.destroy();
  }

  /** Cuts the connection; the message under way ends at once, with the outcome that its sent bytes imply. */
  destroy(): void {
    this.#connection.close();
  }

  /** RSET after a refusal. @returns whether the session can go on */
  reset(): Promise<boolean> {
    return this.#operation<true>((done) => this.#connection.reset((error) => done(error, true))).then(
      () => true,
      () => {
        this.destroy();
        return false;
      },
    );
  }

  /** Runs one operation that ends when it is answered or when the connection ends, whichever comes first. */
  #operation<T>(
    begin: (done: (error: Error | null | undefined, result?: T) => void) => void,
  ): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const ended = (): void => {
        // nodemailer completes a send after it has emitted `end`, with the error that says more: let that come first.
        setImmediate(() => reject(asError(this.#failure ?? closed())));
      };
      if (this.#ended) return ended();
      this.#onEnd = ended;
      begin((error, result) => {
        this.#onEnd = null;
        if (error) reject(error);
        else resolve(result);
      });
    });
  }
}

const asciiOnly: SmtpOutcome = {
  kind: 'server-unavailable',
  trouble: 'ascii-only',
  code: null,
  enhanced: '5.6.7',
  reply: '',
  fault: {
    code: 'no-smtputf8',
    detail: 'The server offers no SMTPUTF8, which the letters before the @ need',
  },
};

function closed(): Error {
  return Object.assign(new Error('The connection was closed'), { code: 'ECONNECTION', command: 'CONN' });
}

/**
 * nodemailer reports a 421 to `RCPT TO` as one to the connection, since the connection ends with it. In the
 * middle of a message there can be none to the connection itself, and one to `MAIL FROM` or to the message keeps its name.
 * Without this, one recipient in a throttled domain would hold up everybody, again and again.
 */
function duringMessage(failure: SmtpFailure): SmtpFailure {
  const isSwallowed = failure.responseCode === 421 && failure.command === 'CONN';
  return isSwallowed ? { ...failure, code: 'EENVELOPE', command: 'RCPT TO' } : failure;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** nodemailer's errors carry details in extra fields; each is used only if it has the expected type. */
export function failureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields: Partial<Record<'code' | 'responseCode' | 'response' | 'command', unknown>> =
    Object.fromEntries(Object.entries(error));
  return {
    message: error.message,
    code: typeof fields.code === 'string' ? fields.code : undefined,
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : undefined,
    response: typeof fields.response === 'string' ? fields.response : undefined,
    command: typeof fields.command === 'string' ? fields.command : undefined,
  };
}
