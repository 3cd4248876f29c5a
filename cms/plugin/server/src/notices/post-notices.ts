import {
  noticeMessage,
  normaliseAddress,
  type DkimKey,
  type EditionFigures,
  type MailServer,
  type Transport,
} from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import { stackOf } from '../common/errors';
import type { EventLog } from '../common/log';
import { Refusal } from '../common/refusal';
import { usableServer } from '../common/usable-server';
import type { BrandDocument } from '../content/documents/brand';
import { readSender } from '../editions/sender';
import type { NoticeFacts, StoredNotice } from './notice';
import type { NoticeEnd, Outbox } from './outbox';
import type { SaidInNotice } from './said-in-notice';
import { writeNotice } from './write-notice';

/** Somebody a notice may go to. */
export interface Addressee {
  address: string;
  language: Language;
  /** What opens the account of somebody who was invited; null once it is open. Never logged, never stored with a notice. */
  registrationToken: string | null;
}

/** What notices are sent with. */
interface PostDependencies {
  outbox: Outbox;
  /** The person as she is now; null when the account has ended, or may not see the issue any more. */
  addressee: (notice: Pick<StoredNotice, 'kind' | 'userId' | 'facts'>) => Promise<Addressee | null>;
  /** What was said of an issue that is new for somebody. */
  newsOf: (facts: NoticeFacts, userId: number, language: Language) => Promise<SaidInNotice[]>;
  /** What became of the edition that a notice is about, as the ledger knows it now; null where it knows none. */
  figuresOf: (facts: NoticeFacts) => Promise<EditionFigures | null>;
  /** Since when all sending is held; null when it is not. */
  heldAt: () => Promise<Date | null>;
  readBrand: () => Promise<BrandDocument>;
  publicUrl: string;
  /** Forgets what is long over, a little at a time; done once a minute. */
  prune: () => Promise<void>;
  /** Where the admin stands, without a final slash. */
  adminUrl: () => string;
  mailServers: readonly MailServer[];
  dkim: readonly DkimKey[];
  log: EventLog;
  now: () => Date;
}

const pruneEveryMs = 60_000;

/** Sends what is in the outbox. */
export interface NoticePost {
  /** Looks now, and waits until what is due has been tried. */
  look(): Promise<void>;
  /** Something is due: look soon. */
  nudge(): void;
  /** Stops looking, and waits for the message that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks into the outbox every few seconds, one look at a time. Each process of the CMS does; the outbox gives a notice to one of them. A
 * mail server that is out of reach keeps nobody waiting: what is due is tried again later.
 */
export function postNotices(dependencies: PostDependencies, everyMs = 15_000): NoticePost {
  const { log, now, prune } = dependencies;
  let prunedAt = now().getTime();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  /** Something became due since the last look began, which may have passed it by. */
  let isNudged = false;

  const lookOnce = async (): Promise<void> => {
    try {
      if (!isStopped) await sendDue(dependencies, () => isStopped);
      if (isStopped || now().getTime() - prunedAt < pruneEveryMs) return;
      prunedAt = now().getTime();
      await prune();
    } catch (error) {
      log.error({ event: 'notices.failed' }, stackOf(error));
    }
  };

  function look(): Promise<void> {
    running = running.then(lookOnce);
    return running;
  }

  function arm(delay: number): void {
    if (isStopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      isNudged = false;
      void look().then(() => arm(isNudged ? 0 : everyMs));
    }, delay);
    // The timer must not keep the process alive.
    timer.unref();
  }

  arm(everyMs / 5);
  return {
    look,
    nudge() {
      isNudged = true;
      arm(0);
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

async function sendDue(dependencies: PostDependencies, isStopped: () => boolean): Promise<void> {
  const { outbox, mailServers, heldAt, log } = dependencies;
  await outbox.doubt(await heldAt());
  const due = await outbox.due();
  if (due.length === 0 || mailServers.length === 0) return;
  const transport = await opened(dependencies);
  if (transport === null) return void (await postponeAll(outbox, due));
  try {
    for (const [index, notice] of due.entries()) {
      if (isStopped()) return;
      if (!(await outbox.claim(notice))) continue;
      const outcome = await attempt(dependencies, transport, notice);
      const claimed = { ...notice, state: 'sending' as const };
      if (typeof outcome === 'object') {
        await outbox.end(claimed, outcome);
        continue;
      }
      log.warn({ event: 'notice.deferred', notice: notice.id }, 'A notice is tried again later.');
      await outbox.postpone(claimed);
      // What only one mailbox refuses for now, as a greylist does, keeps the others from nothing.
      if (outcome === 'later') continue;
      return void (await postponeAll(outbox, due.slice(index + 1)));
    }
  } finally {
    await transport.close();
  }
}

async function postponeAll(outbox: Outbox, due: readonly StoredNotice[]): Promise<void> {
  for (const notice of due) await outbox.postpone(notice);
}

async function opened({ mailServers, log }: PostDependencies): Promise<Transport | null> {
  try {
    return await usableServer(mailServers.map(({ smtp }) => smtp));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = error.code as string;
    log.warn({ event: 'notices.no-server', code }, 'Notices wait: no mail server takes them.');
    return null;
  }
}

/** Writes and sends one notice. Whether it may go is asked now: an account, a role or a right may have ended since it was made. */
async function attempt(
  { addressee, newsOf, figuresOf, readBrand, publicUrl, adminUrl, dkim, now }: PostDependencies,
  transport: Transport,
  notice: StoredNotice,
): Promise<NoticeEnd | 'later' | 'nothing-leaves'> {
  const person = await addressee(notice);
  const { kind, facts, key, userId } = notice;
  const outdated = { state: 'withheld', reason: 'no-longer-allowed' } as const;
  if (person === null || facts === null) return outdated;
  const said = kind === 'commented' ? await newsOf(facts, userId, person.language) : [];
  if (kind === 'commented' && said.length === 0) return outdated;
  const brand = await readBrand();
  const { sender } = readSender(brand, publicUrl);
  // Somebody has yet to say whom mails come from.
  if (sender === null) return 'nothing-leaves';
  const to = normaliseAddress(person.address);
  if (to === null) return { state: 'failed', reason: 'address-invalid' };
  const desk = `${adminUrl()}/plugins/newsletter`;
  const written = writeNotice({
    ...{ kind, facts, language: person.language },
    brand: { title: brand.newsletterTitle ?? brand.name ?? '', colour: brand.primaryColour },
    link:
      kind === 'invited'
        ? `${adminUrl()}/auth/register?registrationToken=${encodeURIComponent(person.registrationToken ?? '')}`
        : [desk, 'issues', facts.issue ?? ''].join('/'),
    said,
    figures: kind === 'sent' ? await figuresOf(facts) : null,
    choiceLink: kind === 'invited' ? null : `${desk}/notices`,
  });
  const message = noticeMessage({
    ...{ sender, to, language: person.language, ...written },
    ...{ id: `${publicUrl} ${key}`, dkim, date: now() },
  });
  const outcome = await transport.send(message);
  if (outcome.kind === 'accepted') return { state: 'sent', reason: null };
  if (outcome.kind === 'in-doubt') return { state: 'in-doubt', reason: 'broken-off' };
  if (outcome.kind === 'rejected') return { state: 'failed', reason: 'refused' };
  return outcome.kind === 'deferred' && outcome.code !== null ? 'later' : 'nothing-leaves';
}
