import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { journalKindOf, journalNames, type JournalKind } from '../../../../shared/journal-lists';
import { bringBackHeader } from '../../../../shared/refusal-codes';
import { uids } from '../../../../shared/uids';
import type { Actor } from '../../common/journal';

/** Saves of one person on one document that count as one: a page that saves by itself makes one every few seconds. */
export interface Sitting {
  /** The first of its saves. */
  firstRevision: number;
  /** When that was. */
  beganAt: Date;
  /** The number of the last entry of the journal before it. */
  journalEntry: number;
  /** Names of the fields that it has changed so far. */
  fields: string[];
}

/** One save of a document. */
export interface Save {
  uid: string;
  documentId: string;
  revision: number;
  action: string;
  /** Null for a script. */
  by: Actor | null;
}

/** The longest that a sitting lasts, in milliseconds: what was written before that can be brought back by itself. */
const longest = 5 * 60_000;
/** What is written for minutes on end. */
const sittable: readonly string[] = [uids.issue, uids.article, uids.dashboard];
/** What makes the next save one of its own: whoever decides has seen what was there, and not what is saved afterwards. */
const decisive: readonly JournalKind[] = ['issue', 'campaign', 'sender', 'rights', 'ledger'];
const decisions = journalNames.filter((name) => decisive.includes(journalKindOf(name)));

const rowSchema = z.object({
  action: z.string(),
  byId: z.string().nullish(),
  firstRevision: z.number().nullish(),
  beganAt: z.coerce.date().nullish(),
  journalEntry: z.number().nullish(),
  fields: z.array(z.string()),
});
const lastSchema = z.object({ id: z.number() }).nullable();

/**
 * The sitting that a save goes on with: of the same person, within minutes of its first save, with no other save of the document and no
 * decision about anything in between. Null where it begins one; a version that is brought back always does, so that what it replaces
 * stays a version. Must run in the transaction of the save, after whoever writes has joined the writers: an approval is either over by
 * then, and seen here, or waits until the save is over, and sees it.
 */
export async function sittingBefore(strapi: Core.Strapi, save: Save, now: Date): Promise<Sitting | null> {
  const { uid, documentId: subject, revision, action, by } = save;
  if (by === null || action !== 'update' || !sittable.includes(uid)) return null;
  if (strapi.requestContext.get()?.get(bringBackHeader)) return null;
  const found: unknown = await strapi.db
    .query(uids.revision)
    .findOne({ where: { subject, revision: revision - 1 } });
  const row = rowSchema.safeParse(found).data;
  if (row?.action !== 'update' || row.byId !== by.id) return null;
  const { firstRevision, beganAt, journalEntry, fields } = row;
  if (firstRevision == null || beganAt == null || journalEntry == null) return null;
  const lasted = now.getTime() - beganAt.getTime();
  if (lasted < 0 || lasted > longest) return null;
  const decided: unknown = await strapi.db
    .query(uids.journalEntry)
    .findOne({ where: { id: { $gt: journalEntry }, name: { $in: decisions } }, select: ['id'] });
  return decided === null ? { firstRevision, beganAt, journalEntry, fields } : null;
}

/** A sitting that begins with a save. In the same transaction as {@link sittingBefore}. */
export async function newSitting(
  { db }: Pick<Core.Strapi, 'db'>,
  { revision }: Pick<Save, 'revision'>,
  now: Date,
): Promise<Sitting> {
  const last: unknown = await db
    .query(uids.journalEntry)
    .findOne({ select: ['id'], orderBy: { id: 'desc' } });
  const journalEntry = lastSchema.parse(last)?.id ?? 0;
  return { firstRevision: revision, beganAt: now, journalEntry, fields: [] };
}
