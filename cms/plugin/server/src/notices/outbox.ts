import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { NoticeStanding } from '../../../shared/desk';
import type { NoticeKind, NoticeReason, NoticeState } from '../../../shared/review-lists';
import { uids } from '../../../shared/uids';
import { system } from '../common/journal';
import type { NoticeChoices } from './notice-choice';
import { noticeSchema, type NewNotice, type StoredNotice } from './notice';

const minute = 60_000;
const hour = 60 * minute;

/** So long what is said of an issue is gathered before it is mailed. */
const gatheredFor = 5 * minute;

/** So many notices may one person cause within an hour, and so many may reach one; comments, which are gathered, apart from all else. */
const limits = { caused: 60, received: 40 } as const;

/** How long a notice waits for its next try, in minutes, by how often it was tried: less than an hour, see {@link lateAfter}. */
const waits = [1, 2, 5, 10, 20, 30, 45] as const;

/** A notice that was due so long ago and not tried was not in these hands: nobody knows whether another copy of this database sent it. */
const lateAfter = hour;
/** Longer than one attempt can take: see the time limits of the SMTP session. */
const attemptEnds = 20 * minute;
/** After so long nobody is told any more. */
const givenUpAfter = 24 * hour;
/** What was sent is forgotten after so long. */
const keptFor = 90 * 24 * hour;

/** What ends a notice. */
export interface NoticeEnd {
  state: Exclude<NoticeState, 'pending' | 'sending'>;
  reason: NoticeReason | null;
}

/** The notices that are to be sent, and what became of them. Each is handed out once at most. */
export interface Outbox {
  /** Writes notices, in the transaction that is open. Idempotent by their key. */
  add(notices: readonly NewNotice[]): Promise<void>;
  /**
   * Has somebody told of something that others may follow within minutes, in the transaction that is open: unless a notice of the
   * group waits already, one is written that waits for them. It is written from what there is when it is sent. None is where the
   * person wants none, or too many were made.
   *
   * @param group of this person's, without a slash at its end
   * @throws the database's word for a duplicate where another transaction does the same: the work is to be done again
   */
  gather(group: string, notice: Omit<NewNotice, 'key'>): Promise<void>;
  /** What became of notices, by their keys. */
  standings(keys: readonly string[]): Promise<Map<string, NoticeStanding>>;
  /** The last notice of a kind to a person, and when it was made; null when there was none. */
  last(userId: number, kind: NoticeKind): Promise<(NoticeStanding & { madeAt: Date }) | null>;
  /** How many notices of a kind were made for a person since then. */
  madeSince(userId: number, kind: NoticeKind, since: Date): Promise<number>;
  /**
   * Puts in doubt what may have been sent by whoever had it: what was being sent when a process ended; what nobody has tried for an
   * hour after it was due; and what was made before sending was held, which a backup may have brought back.
   */
  doubt(heldAt: Date | null): Promise<void>;
  /** Those to be tried now, the oldest first. */
  due(): Promise<StoredNotice[]>;
  /** Takes one; false where another process has it. */
  claim(notice: StoredNotice): Promise<boolean>;
  /** Ends one, and forgets what it quoted. */
  end(notice: StoredNotice, end: NoticeEnd): Promise<void>;
  /** Has one tried again later, or gives it up. */
  postpone(notice: StoredNotice): Promise<void>;
  /** Forgets those that are long over, some at a time. */
  prune(): Promise<void>;
}

const standingSchema = noticeSchema.pick({ key: true, state: true, reason: true });
const lastSchema = noticeSchema.pick({ state: true, reason: true, madeAt: true }).nullable();
const idsSchema = z.array(z.object({ id: z.number() }));

/** @param canSend false where no mail server is set: then nothing waits for one */
export function openOutbox(
  { db }: Pick<Core.Strapi, 'db'>,
  { choices, canSend, now }: { choices: NoticeChoices; canSend: boolean; now: () => Date },
): Outbox {
  const rows = () => db.query(uids.notice);
  const before = (span: number) => new Date(now().getTime() - span);
  const countOf = (whose: object, { kind }: Pick<NewNotice, 'kind'>): Promise<number> =>
    rows().count({
      where: {
        ...{ ...whose, state: { $ne: 'withheld' }, madeAt: { $gt: before(hour) } },
        kind: kind === 'commented' ? kind : { $ne: 'commented' },
      },
    });

  async function withheldBecause(notice: Omit<NewNotice, 'key'>): Promise<NoticeReason | null> {
    const { kind, userId, byId } = notice;
    if (!canSend) return 'no-server';
    if (kind !== 'invited' && (await choices.mutedBy(userId)).includes(kind)) return 'muted';
    // A campaign that ends is nobody's doing: it tells all that it concerns, in each language.
    const isTooMany = byId !== system.id && (await countOf({ byId }, notice)) >= limits.caused;
    return isTooMany || (await countOf({ userId }, notice)) >= limits.received ? 'limit' : null;
  }

  const ended = { facts: null, claimedAt: null };

  return {
    async add(notices) {
      const at = now();
      for (const { key, kind, userId, byId, facts, isDoubtful } of notices) {
        if ((await rows().count({ where: { key } })) > 0) continue;
        const withheld = await withheldBecause({ kind, userId, byId, facts });
        const reason = withheld ?? (isDoubtful ? 'too-old' : null);
        const state: NoticeState = withheld ? 'withheld' : isDoubtful ? 'in-doubt' : 'pending';
        const told = state === 'pending' ? facts : null;
        const times = { madeAt: at, nextAt: at };
        await rows().create({
          data: { key, kind, userId, byId, facts: told, state, reason, attempts: 0, ...times },
        });
      }
    },
    async gather(group, { kind, userId, byId, facts }) {
      const ofGroup = { key: { $startsWith: `${group}/` } };
      // Read first: a notice that another transaction writes meanwhile is found below, or has the same key.
      const [last] = idsSchema.parse(
        await rows().findMany({ where: ofGroup, select: ['id'], orderBy: { id: 'desc' }, limit: 1 }),
      );
      // Written to, so that nobody takes it before what is said now stands.
      const waiting = await rows().updateMany({
        where: { ...ofGroup, state: 'pending' },
        data: { state: 'pending' },
      });
      if (waiting.count > 0 || (await withheldBecause({ kind, userId, byId, facts })) !== null) return;
      const at = now();
      const times = { madeAt: at, nextAt: new Date(at.getTime() + gatheredFor) };
      const key = `${group}/${last?.id ?? 0}`;
      const own = { key, kind, userId, byId, facts, state: 'pending', reason: null, attempts: 0 };
      await rows().create({ data: { ...own, ...times } });
    },
    async standings(keys) {
      const found: unknown[] = await rows().findMany({ where: { key: { $in: [...keys] } } });
      const known = found.map((row) => standingSchema.parse(row));
      return new Map(known.map(({ key, state, reason }) => [key, { state, reason }]));
    },
    async last(userId, kind) {
      return lastSchema.parse(await rows().findOne({ where: { userId, kind }, orderBy: { id: 'desc' } }));
    },
    madeSince: (userId, kind, since) => rows().count({ where: { userId, kind, madeAt: { $gt: since } } }),
    async doubt(heldAt) {
      const inDoubt = (where: object, reason: NoticeReason) =>
        rows().updateMany({ where, data: { ...ended, state: 'in-doubt', reason } });
      await inDoubt({ state: 'sending', claimedAt: { $lt: before(attemptEnds) } }, 'broken-off');
      await inDoubt({ state: 'pending', nextAt: { $lt: before(lateAfter) } }, 'too-old');
      if (heldAt !== null) await inDoubt({ state: 'pending', madeAt: { $lt: heldAt } }, 'too-old');
    },
    async due() {
      const where = { state: 'pending', nextAt: { $lte: now() } };
      const found: unknown = await rows().findMany({ where, orderBy: { id: 'asc' }, limit: 20 });
      return z.array(noticeSchema).parse(found);
    },
    async claim({ id, attempts }) {
      const { count } = await rows().updateMany({
        where: { id, attempts, state: 'pending' },
        data: { state: 'sending', claimedAt: now() },
      });
      return count === 1;
    },
    async end({ id }, { state, reason }) {
      await rows().updateMany({ where: { id }, data: { ...ended, state, reason } });
    },
    async postpone({ id, attempts, madeAt, state }) {
      if (madeAt < before(givenUpAfter)) {
        await rows().updateMany({ where: { id }, data: { ...ended, state: 'failed', reason: 'gave-up' } });
        return;
      }
      const wait = waits[Math.min(attempts, waits.length - 1)] ?? waits[0];
      const nextAt = new Date(now().getTime() + wait * minute);
      const again = { state: 'pending', claimedAt: null, attempts: attempts + 1, nextAt };
      // Another process may have found the same server out of reach.
      await rows().updateMany({ where: { id, attempts, state }, data: again });
    },
    async prune() {
      const where = { madeAt: { $lt: before(keptFor) } };
      const old: unknown = await rows().findMany({ where, select: ['id'], limit: 200 });
      const ids = idsSchema.parse(old).map(({ id }) => id);
      if (ids.length > 0) await rows().deleteMany({ where: { id: { $in: ids } } });
    },
  };
}
