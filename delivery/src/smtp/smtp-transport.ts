import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { acceptedAnswer, classifyFailure, type SmtpFailure } from './classify';
import type { SmtpOutcome } from './outcome';
import type { SmtpSettings } from './smtp-settings';
import type { Envelope, Transport } from './transport';
import { BodyWatch } from './watch-body';

const second = 1_000;

/**
 * A transport over one mail server: nodemailer's pool, with its TLS, AUTH and pipelining.
 *
 * Messages go in as finished bytes with their envelope beside them; nodemailer may read no file and no address on
 * their behalf. The pool's own retries stay on, since they only cover a connection that ended before the message was
 * begun. Whoever makes a transport closes it.
 *
 * @see docs/adr (the ledger before SMTP)
 */
export function createSmtpTransport(settings: SmtpSettings): Transport {
  const watches = new WeakMap<Buffer, BodyWatch>();
  let inFlight = 0;
  const pool = createTransport({
    pool: true,
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: settings.requireTls,
    // Without this, nodemailer falls silent about a STARTTLS offered with a certificate for another name on loopback.
    tls: settings.requireTls || settings.secure ? undefined : { rejectUnauthorized: false },
    auth: settings.user === undefined ? undefined : { user: settings.user, pass: settings.password ?? '' },
    maxConnections: settings.connections,
    // A connection is good for many messages; 100, nodemailer's default, would sign in ten thousand times a million.
    maxMessages: 1_000,
    connectionTimeout: 30 * second,
    greetingTimeout: 30 * second,
    // RFC 5321 §4.5.3.2.6 grants a server ten minutes to answer the final dot.
    socketTimeout: 600 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', (mail, done) => {
    const watch = Buffer.isBuffer(mail.data.raw) ? watches.get(mail.data.raw) : undefined;
    if (watch) mail.message.processFunc(watch.behind);
    done();
  });

  return {
    async send({ envelope, raw }: { envelope: Envelope; raw: Buffer }): Promise<SmtpOutcome> {
      const watch = new BodyWatch();
      watches.set(raw, watch);
      inFlight += 1;
      try {
        const { response } = await pool.sendMail({
          envelope: { from: envelope.from, to: [envelope.to] },
          raw,
        });
        return acceptedAnswer(response);
      } catch (error) {
        return classifyFailure(failureOf(error), watch.progress);
      } finally {
        inFlight -= 1;
      }
    },
    async verify() {
      try {
        await pool.verify();
        return { ok: true };
      } catch (error) {
        const outcome = classifyFailure(failureOf(error), 'untouched');
        const trouble = outcome.kind === 'server-unavailable' ? outcome.trouble : 'unreachable';
        return { ok: false, trouble, reply: outcome.reply };
      }
    },
    async close({ graceMs } = { graceMs: 0 }) {
      const end = Date.now() + graceMs;
      while (inFlight > 0 && Date.now() < end) await delay(20);
      pool.close();
    },
  };
}

/** nodemailer's errors carry what they know in extra fields; each is taken only if it is what it should be. */
function failureOf(error: unknown): SmtpFailure {
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
