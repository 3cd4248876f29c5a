import {
  dataWithoutAddresses,
  systemActor as system,
  type Actor,
  type RecordedDecision,
  type SuppressionDecision,
} from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Deed } from '../../../shared/desk';
import type { JournalName } from '../../../shared/journal-lists';
import { houseWords } from '../../../shared/lists';
import { uids } from '../../../shared/uids';
import { contentLocks, lockContent } from './content-locks';
import { isDuplicate } from './errors';
import type { Person } from './person';

export { system, type Actor };

/** A person as records name them. */
export function actorOf({ id, name }: Pick<Person, 'id' | 'name'>): Actor {
  return { id: String(id), name };
}

/** One decision, or one save of something that an issue contains. No address stands in it. */
export interface JournalEntry {
  name: JournalName;
  by: Actor;
  /** The document it is about. */
  documentId?: string | null;
  number?: number | null;
  language?: string | null;
  /** Public id of the campaign it is about. */
  campaign?: string | null;
  /** Keyed hash of the person it is about. */
  person?: string | null;
  data?: Record<string, unknown>;
}

/**
 * A point in the journal: by the number of its last entry then, since two machines, or one that was set back, do not agree on the hour. By
 * the hour alone where nobody kept the number.
 */
export interface JournalPoint {
  entry: number | null;
  at: Date;
}

/** That somebody did something to a document. */
export interface Hand {
  by: Actor;
  did: Deed;
}

/** The record of who decided what, in the content database. Append-only: nothing here changes or removes an entry. */
export interface Journal {
  /** Appends one entry; in the transaction that is open, if one is, so that it stands and falls with what it records. */
  record(entry: JournalEntry): Promise<void>;
  /**
   * Copies decisions from a ledger. Idempotent by the ledger's uid and the event's number.
   *
   * @returns how many were new
   */
  copyEvents(ledgerUid: string, events: readonly RecordedDecision[]): Promise<number>;
  /** The number of the last entry; 0 for none. */
  lastEntry(): Promise<number>;
  /** Who submitted or saved any of some documents, since then or ever; no script. Whoever only added to the words of the house changed nothing that is read. */
  hands(documentIds: readonly string[], since: JournalPoint | null): Promise<Hand[]>;
  /** Who deleted any of some documents or uploads since then; no script. */
  deleters(documentIds: readonly string[], since: JournalPoint): Promise<Hand[]>;
  /** When a person sent tests since a moment, and to how many addresses each time. */
  testsSince(by: Actor, since: Date): Promise<{ at: Date; count: number }[]>;
  /** What was decided last about each person who was ever suppressed, oldest first. */
  readSuppressionRecords(): Promise<SuppressionDecision[]>;
}

const lostIssueSchema = z.object({
  issue: z.string().nullish(),
  number: z.number().nullish(),
  language: z.string().nullish(),
});
const lastSchema = z.object({ id: z.number() }).nullable();
const changesSchema = z.array(
  z.object({
    name: z.string(),
    byId: z.string(),
    byName: z.string(),
    data: z.object({ action: z.string().optional(), fields: z.array(z.string()).optional() }).nullish(),
  }),
);
const eventIdsSchema = z.array(z.object({ eventId: z.coerce.number() }));
const testsSchema = z.array(z.object({ at: z.coerce.date(), data: z.object({ count: z.number() }) }));
const suppressionsSchema = z.array(
  z.object({
    person: z.string(),
    name: z.enum(['suppression.made', 'suppression.lifted']),
    at: z.coerce.date(),
    byId: z.string(),
    byName: z.string(),
    data: z.record(z.string(), z.unknown()).nullish(),
    ledgerUid: z.string().nullish(),
    eventId: z.coerce.number().nullish(),
  }),
);

/**
 * Decisions in the order in which they were taken: one ledger after another, and within each by the numbers of its events. The journal may have
 * copied a number after a higher one, and an instant is that of whoever wrote it. Pure.
 */
function inOrder(rows: z.infer<typeof suppressionsSchema>): z.infer<typeof suppressionsSchema> {
  const first = new Map<string, number>();
  rows.forEach(({ ledgerUid }, index) => {
    if (!first.has(ledgerUid ?? '')) first.set(ledgerUid ?? '', index);
  });
  const rank = ({ ledgerUid }: { ledgerUid?: string | null | undefined }) => first.get(ledgerUid ?? '') ?? 0;
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.eventId ?? 0) - (b.eventId ?? 0));
}

/** Opens the journal of this installation. @param now what entries of the CMS are dated by */
export function openJournal(strapi: Pick<Core.Strapi, 'db'>, now: () => Date): Journal {
  const entries = () => strapi.db.query(uids.journalEntry);
  const changesOf = async (
    documentIds: readonly string[],
    names: readonly JournalName[],
    since: JournalPoint | null,
  ): Promise<z.infer<typeof changesSchema>> => {
    const rows: unknown = await entries().findMany({
      where: {
        document: { $in: [...documentIds] },
        name: { $in: [...names] },
        byId: { $ne: system.id },
        ...(since && (since.entry === null ? { at: { $gte: since.at } } : { id: { $gt: since.entry } })),
      },
      select: ['name', 'byId', 'byName', 'data'],
      orderBy: { id: 'asc' },
    });
    return changesSchema.parse(rows);
  };
  return {
    async record(entry) {
      await strapi.db.transaction(async () => {
        await lockContent(strapi, contentLocks.journal, 'shared');
        await entries().create({ data: rowOf(entry, now()) });
      });
    },

    async copyEvents(ledgerUid, events) {
      if (events.length === 0) return 0;
      const copy = async (): Promise<number> =>
        strapi.db.transaction(async () => {
          await lockContent(strapi, contentLocks.journal, 'shared');
          const where = { ledgerUid, eventId: { $in: events.map(({ id }) => id) } };
          const rows: unknown = await entries().findMany({ where, select: ['eventId'] });
          const known = new Set(eventIdsSchema.parse(rows).map(({ eventId }) => eventId));
          const fresh = events.filter(({ id }) => !known.has(id));
          for (const event of fresh) {
            await entries().create({
              data: { ...rowOf(entryOf(event), event.at), ledgerUid, eventId: event.id },
            });
          }
          return fresh.length;
        });
      // Another process copies the same events, and its transaction was open while this one asked: the next try sees what it has written.
      for (let tries = 1; ; tries += 1)
        try {
          return await copy();
        } catch (error) {
          if (tries === mostTries || strapi.db.inTransaction() || !isDuplicate(error)) throw error;
        }
    },

    async lastEntry() {
      const last: unknown = await entries().findOne({ select: ['id'], orderBy: { id: 'desc' } });
      return lastSchema.parse(last)?.id ?? 0;
    },

    async hands(documentIds, since) {
      const rows = await changesOf(documentIds, ['content.saved', 'issue.submitted'], since);
      return rows.filter(({ data }) => data?.fields?.join() !== houseWords).map(handOf);
    },

    async deleters(documentIds, since) {
      const rows = await changesOf(documentIds, ['content.saved', 'upload.deleted'], since);
      return rows.map(handOf).filter(({ did }) => did === 'deleted');
    },

    async testsSince(by, since) {
      const rows: unknown = await entries().findMany({
        where: { name: 'test.sent', byId: by.id, at: { $gt: since } },
        select: ['at', 'data'],
        orderBy: { id: 'asc' },
      });
      return testsSchema.parse(rows).map(({ at, data }) => ({ at, count: data.count }));
    },

    async readSuppressionRecords() {
      const rows: unknown = await entries().findMany({
        where: { name: { $in: ['suppression.made', 'suppression.lifted'] }, person: { $notNull: true } },
        select: ['person', 'name', 'at', 'byId', 'byName', 'data', 'ledgerUid', 'eventId'],
        orderBy: { id: 'asc' },
      });
      const last = new Map<string, SuppressionDecision>();
      for (const { byId, byName, ...row } of inOrder(suppressionsSchema.parse(rows))) {
        const before = last.get(row.person);
        // Never before the decision before it: the clocks of those who wrote them may be minutes apart.
        const at = new Date(Math.max(row.at.getTime(), before ? before.at.getTime() + 1 : 0));
        // Taken out first, so that the map is in the order of the last decisions.
        last.delete(row.person);
        const { person, name, data } = row;
        last.set(person, { person, name, at, by: { id: byId, name: byName }, data: data ?? {} });
      }
      return [...last.values()];
    },
  };
}

/** Pure. */
function handOf({ name, byId, byName, data }: z.infer<typeof changesSchema>[number]): Hand {
  const by = { id: byId, name: byName };
  if (name === 'issue.submitted') return { by, did: 'submitted' };
  if (name === 'upload.deleted' || data?.action === 'delete') return { by, did: 'deleted' };
  return { by, did: data?.action === 'publish' ? 'published' : 'changed' };
}

/** Tries of one copy. Each waits for the other's commit, so two are as a rule enough. */
const mostTries = 5;

/** Entries about addresses and servers of the institution's own, which nobody types a reader's address into. */
const ofOurOwn: readonly JournalName[] = ['sender.changed', 'ledger.held'];

/** One place for every text that a person typed: a reason, the name of a list. An erasure could not reach an address in it. */
function rowOf({ name, by, documentId, ...about }: JournalEntry, at: Date) {
  const { number = null, language = null, campaign = null, person = null, data = {} } = about;
  return {
    ...{ at, name, byId: by.id, byName: by.name, document: documentId ?? null },
    ...{ number, language, campaign, person },
    data: ofOurOwn.includes(name) ? data : dataWithoutAddresses(data),
  };
}

function entryOf({ name, by, campaign, person, data }: RecordedDecision): JournalEntry {
  // A decision about an issue whose campaign is lost names the issue itself.
  const issue = lostIssueSchema.parse(data);
  return {
    ...{ name, by, person, data },
    ...{ documentId: campaign?.issueId ?? issue.issue, number: campaign?.issueNumber ?? issue.number },
    language: campaign?.language ?? issue.language,
    campaign: campaign?.id ?? null,
  };
}
