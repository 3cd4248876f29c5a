import { setTimeout as delay } from 'node:timers/promises';
import { classifyFailure } from './classify';
import type { SmtpOutcome } from './outcome';
import { sessionMeasure, type SessionKnowledge } from './session-measure';
import { failureOf, SmtpSession, type SessionAnswer } from './smtp-session';
import type { SmtpSettings } from './smtp-settings';
import type { OutgoingMessage, Transport } from './transport';

/** How long a session may idle, in ms; servers close them after five minutes or so (RFC 5321 §4.5.3.2.7). */
const idleMs = 60_000;

/** How long a server may take to answer QUIT, in ms, before its session is cut. */
const quitMs = 1_000;

type Waiting = (session: SmtpSession | SmtpOutcome) => void;

/**
 * A transport to one mail server: a pool of sessions, opened as needed, up to `settings.connections`.
 *
 * Messages are passed in as finished bytes, with their envelope. A message is tried a second time, on a fresh session, only when
 * the first was used, and closed before any byte of the message was sent, or answered that it does not take it now: some servers
 * take so many messages a session. What the fresh one says counts. Whoever makes a transport closes it.
 *
 * @param known what was learnt before of how many messages a session takes
 * @see docs/adr (the ledger before SMTP)
 */
export function createSmtpTransport(settings: SmtpSettings, known?: SessionKnowledge): Transport {
  const measure = sessionMeasure(known);
  /** With how many messages each may be given. */
  const sessions = new Map<SmtpSession, () => number>();
  const idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = [];
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let closed = false;

  function acquire(): Promise<SmtpSession | SmtpOutcome> {
    if (closed) return Promise.resolve(stopped());
    for (let free = idle.pop(); free; free = idle.pop()) {
      clearTimeout(free.timer);
      const { session } = free;
      if (session.ended) sessions.delete(session);
      else if (isFull(session)) retire(session);
      else return Promise.resolve(session);
    }
    if (sessions.size < settings.connections) return open();
    return new Promise((resolve) => waiting.push(resolve));
  }

  async function open(): Promise<SmtpSession | SmtpOutcome> {
    const session = new SmtpSession(settings);
    sessions.set(session, measure.open());
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

  const isFull = (session: SmtpSession): boolean => session.begun >= (sessions.get(session)?.() ?? 0);

  /** Ends a session that has taken what it may. Its place is free when the server has let it go. */
  function retire(session: SmtpSession): void {
    measure.filled(session.begun);
    void session.leave(quitMs).then(() => drop(session));
  }

  /** Opens a fresh session in the place of one. */
  async function replace(session: SmtpSession): Promise<SmtpSession | SmtpOutcome> {
    await session.leave(quitMs);
    sessions.delete(session);
    return closed ? stopped() : open();
  }

  function goOn(session: SmtpSession, { standing }: SessionAnswer): void {
    if (standing === 'over') drop(session);
    else if (isFull(session)) retire(session);
    else if (standing === 'open') release(session);
    else void session.reset().then((isReset) => (isReset ? release(session) : drop(session)));
  }

  async function sendOnce(message: OutgoingMessage): Promise<SmtpOutcome> {
    const session = await acquire();
    if (!(session instanceof SmtpSession)) return session;
    const { begun, isUnblemished } = session;
    const answer = await session.send(message);
    if (!answer.mayBeSession || closed) {
      goOn(session, answer);
      return answer.outcome;
    }
    const fresh = await replace(session);
    if (!(fresh instanceof SmtpSession)) return fresh;
    const second = await fresh.send(message);
    // After refusals it may have been their number that counted.
    if (second.outcome.kind === 'accepted' && isUnblemished) measure.refused(begun);
    goOn(fresh, second);
    return second.outcome;
  }

  return {
    async send(message) {
      inFlight += 1;
      try {
        return await sendOnce(message);
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
      for (const tell of waiting.splice(0)) tell(stopped());
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        sessions.delete(session);
        session.quit();
      }
      for (const session of sessions.keys()) session.destroy();
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
