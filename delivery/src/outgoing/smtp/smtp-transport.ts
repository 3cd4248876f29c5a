import { setTimeout as delay } from 'node:timers/promises';
import { classifyFailure } from './classify';
import type { SmtpOutcome } from './outcome';
import { failureOf, SmtpSession } from './smtp-session';
import type { SmtpSettings } from './smtp-settings';
import type { OutgoingMessage, Transport } from './transport';

/** A session is replaced after this many messages: some servers limit them, and a new sign-in per thousand costs little. */
const messagesPerSession = 1_000;

/** How long a session may idle, in ms; servers close them after five minutes or so (RFC 5321 §4.5.3.2.7). */
const idleMs = 60_000;

type Waiting = (session: SmtpSession | SmtpOutcome) => void;

/**
 * A transport to one mail server: a pool of sessions, opened as needed, up to `settings.connections`.
 *
 * Messages are passed in as finished bytes, with their envelope. A message is tried on a second session only when
 * the first had died while idle, before any byte of the message was sent. Whoever makes a transport closes it.
 *
 * @see docs/adr (the ledger before SMTP)
 */
export function createSmtpTransport(settings: SmtpSettings): Transport {
  const sessions = new Set<SmtpSession>();
  const idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = [];
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let closed = false;

  function acquire(): Promise<SmtpSession | SmtpOutcome> {
    if (closed) return Promise.resolve(stopped());
    for (let free = idle.pop(); free; free = idle.pop()) {
      clearTimeout(free.timer);
      if (!free.session.ended) return Promise.resolve(free.session);
      sessions.delete(free.session);
    }
    if (sessions.size < settings.connections) return open();
    return new Promise((resolve) => waiting.push(resolve));
  }

  async function open(): Promise<SmtpSession | SmtpOutcome> {
    const session = new SmtpSession(settings);
    sessions.add(session);
    try {
      await session.open();
      return session;
    } catch (error) {
      drop(session);
      const outcome = closed ? stopped() : unavailable(error);
      // Every message waiting for a session would meet the same refusal, so all of them are told now.
      for (const tell of waiting.splice(0)) tell(outcome);
      return outcome;
    }
  }

  function release(session: SmtpSession): void {
    const next = waiting.shift();
    if (next) return next(session);
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((free) => free.session === session),
        1,
      );
      sessions.delete(session);
      session.quit();
    }, idleMs);
    idle.push({ session, timer: timer.unref() });
  }

  function drop(session: SmtpSession): void {
    session.destroy();
    sessions.delete(session);
    const next = waiting.shift();
    if (next) void (closed ? next(stopped()) : open().then(next));
  }

  async function sendOnce(message: OutgoingMessage): Promise<SmtpOutcome | 'stale'> {
    const session = await acquire();
    if (!(session instanceof SmtpSession)) return session;
    const wasUsed = session.sent > 0;
    const { outcome, reusable, untried } = await session.send(message);
    if (reusable && session.sent < messagesPerSession) release(session);
    else drop(session);
    return untried && wasUsed && !closed ? 'stale' : outcome;
  }

  return {
    async send(message) {
      inFlight += 1;
      try {
        for (;;) {
          // Each stale session leaves the pool, so at the latest this ends with a fresh one.
          const outcome = await sendOnce(message);
          if (outcome !== 'stale') return outcome;
        }
      } finally {
        inFlight -= 1;
      }
    },
    async verify() {
      const session = await acquire();
      if (session instanceof SmtpSession) {
        release(session);
        return { ok: true };
      }
      const trouble = session.kind === 'server-unavailable' ? session.trouble : 'unreachable';
      return { ok: false, trouble, reply: session.reply };
    },
    async close({ graceMs } = { graceMs: 0 }) {
      const end = Date.now() + graceMs;
      while (inFlight > 0 && Date.now() < end) await delay(20);
      closed = true;
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        sessions.delete(session);
        session.quit();
      }
      for (const session of sessions) session.destroy();
    },
  };
}

function stopped(): SmtpOutcome {
  return {
    kind: 'server-unavailable',
    trouble: 'stopped',
    code: null,
    enhanced: null,
    reply: '',
    fault: { code: 'stopped', detail: 'The connection was closed because we are stopping' },
  };
}

/** Why a session could not be opened, as the outcome of the message that wanted it. */
function unavailable(error: unknown): SmtpOutcome {
  const outcome = classifyFailure(failureOf(error), 'untouched');
  return outcome.kind === 'server-unavailable'
    ? outcome
    : { ...outcome, kind: 'server-unavailable', trouble: 'unreachable' };
}
