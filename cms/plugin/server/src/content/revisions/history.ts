import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RefusalData, RevisedType } from '../../../../shared/desk';
import { revisedTypeOf, uids } from '../../../../shared/uids';
import { Refusal } from '../../common/refusal';
import { tableOf } from '../../common/table-of';
import { nullableField } from '../documents/stored-fields';
import { changedFields } from './same-value';
import { newSitting, sittingBefore, type Save, type Sitting } from './sitting';
import { readSnapshot, titleOf, type Content } from './snapshot';

/** How long saves of a document can be looked at and brought back, in days: two years. A form that is older is compared in whole. */
const keptDays = 731;
/** So many are forgotten at a time: a statement of SQLite holds everybody up. */
const forgottenAtOnce = 200;
/** For so long each save of a sitting is kept, in days: a form that was opened in its midst is compared with what it began from. */
const sittingDays = 2;
/** More saves of one document are not listed. */
const mostListed = 1_000;

/** One save that is remembered. */
interface PastChange {
  revision: number;
  action: string;
  at: Date;
  /** When the first of several saves was that this one stands for; null where it is one. */
  since: Date | null;
  /** Null for a script. */
  by: string | null;
  /** Names of the fields that changed. */
  fields: string[];
}

/** What documents held after each of their saves, and who saved. Of one that is deleted only the fact is kept. */
export interface RevisionHistory {
  /**
   * Remembers a document as it now is. Idempotent by document and revision: the transaction's own, so written once.
   *
   * @returns the sitting that the save goes on with, as it was before it; null where it stands for itself
   */
  keep(save: Save): Promise<Sitting | null>;
  /** What to tell somebody who began from an older revision. */
  since(stale: {
    uid: string;
    documentId: string;
    asked: number;
    held: number;
  }): Promise<RefusalData['REVISION_STALE']>;
  /** The saves after a revision, the newest first; of a sitting the last, with all that was changed in it since that revision. */
  changesAfter(documentId: string, revision: number): Promise<PastChange[]>;
  /** Names of the fields that differ between two revisions; null where one of them is no longer remembered. */
  changedBetween(documentId: string, from: number, to: number): Promise<string[] | null>;
  /** Names of the fields that a document no longer holds as at a revision; null where that is no longer remembered. */
  changedSince(uid: string, documentId: string, revision: number): Promise<string[] | null>;
  /**
   * Forgets what is older than two years, some at a time; the last save of a document stays as long as the document. Of a sitting that is over for
   * two days its last save stays, and what a translation holds.
   */
  prune(): Promise<void>;
  /** What the document held at a revision; null where that is no longer remembered. */
  contentAt(documentId: string, revision: number): Promise<Content | null>;
}

const idsSchema = z.array(z.object({ id: z.number() }));
const changeSchema = z.object({
  revision: z.number(),
  action: z.string(),
  at: z.coerce.date(),
  byName: nullableField(z.string()),
  fields: z.array(z.string()),
  firstRevision: z.number().nullish(),
  beganAt: z.coerce.date().nullish(),
});

export function openHistory(strapi: Core.Strapi, now: () => Date): RevisionHistory {
  const rows = () => strapi.db.query(uids.revision);
  const history: RevisionHistory = {
    async keep({ uid, documentId: subject, revision, action, by }) {
      // What is deleted is not kept either, but for the fact.
      if (action === 'delete') await rows().deleteMany({ where: { subject } });
      const content = await readSnapshot(strapi, uid, subject);
      const before = await history.contentAt(subject, revision - 1);
      const changed = content && before ? changedFields(before, content) : [];
      const [at, save] = [now(), { uid, documentId: subject, revision, action, by }];
      const running = await sittingBefore(strapi, save, at);
      const { fields, ...sitting } = running ?? (await newSitting(strapi, save, at));
      if (running !== null)
        await rows().updateMany({ where: { subject, revision: revision - 1 }, data: { isContinued: true } });
      const who = { byId: by?.id ?? null, byName: by?.name ?? null };
      const all = [...new Set([...fields, ...changed])];
      await rows().create({
        data: { subject, revision, action, at, ...who, ...sitting, fields: all, content, isContinued: false },
      });
      return running;
    },
    async since({ uid, documentId, asked, held }) {
      const changes = await history.changesAfter(documentId, asked);
      const content = await history.contentAt(documentId, held);
      const newest = changes[0];
      return {
        type: typeOf(uid),
        documentId,
        title: content && titleOf(content, uid),
        revision: held,
        by: newest?.by ?? null,
        at: newest?.at.toISOString() ?? null,
        fields: [...new Set(changes.flatMap(({ fields }) => fields))],
      };
    },
    async changesAfter(subject, revision) {
      const found: unknown[] = await rows().findMany({
        where: {
          subject,
          revision: { $gt: revision },
          $or: [{ isContinued: false }, { isContinued: { $null: true } }],
        },
        select: ['revision', 'action', 'at', 'byName', 'fields', 'firstRevision', 'beganAt'],
        orderBy: { revision: 'desc' },
        limit: mostListed,
      });
      return Promise.all(
        found.map(async (row) => {
          const { byName: by, firstRevision, beganAt, ...change } = changeSchema.parse(row);
          const first = firstRevision ?? change.revision;
          const since = first < change.revision ? (beganAt ?? null) : null;
          // Of a sitting that had begun by then, what changed afterwards.
          const fields =
            first <= revision ? await history.changedBetween(subject, revision, change.revision) : null;
          return { ...change, by, since, fields: fields ?? change.fields };
        }),
      );
    },
    async changedBetween(subject, from, to) {
      const [before, after] = [await history.contentAt(subject, from), await history.contentAt(subject, to)];
      return before && after && changedFields(before, after);
    },
    async changedSince(uid, documentId, revision) {
      const before = await history.contentAt(documentId, revision);
      const now = await readSnapshot(strapi, uid, documentId);
      return before && now && changedFields(before, now);
    },
    async prune() {
      const table = tableOf(strapi.db, uids.revision);
      const { connection: knex } = strapi.db;
      const daysAgo = (days: number) => {
        const day = new Date(now().getTime() - days * 86_400_000);
        return strapi.db.dialect.client === 'sqlite' ? day.getTime() : day;
      };
      // The query builder knows how each database keeps an instant, and has no EXISTS.
      const newer = knex(`${table} as newer`)
        .select(knex.raw('1'))
        .whereRaw('newer.subject = old.subject AND newer.revision > old.revision');
      const old: unknown = await knex(`${table} as old`)
        .select('old.id as id')
        .where('old.at', '<', daysAgo(keptDays))
        .whereExists(newer)
        .orderBy('old.at')
        .limit(forgottenAtOnce);
      const held = knex(`${tableOf(strapi.db, uids.article)} as translation`)
        .select(knex.raw('1'))
        .whereRaw(
          'translation.translation_of = old.subject AND translation.translated_revision = old.revision',
        );
      const continued: unknown = await knex(`${table} as old`)
        .select('old.id as id')
        .where('old.is_continued', true)
        .where('old.at', '<', daysAgo(sittingDays))
        .whereNotExists(held)
        .orderBy('old.at')
        .limit(forgottenAtOnce);
      const ids = [...idsSchema.parse(old), ...idsSchema.parse(continued)].map(({ id }) => id);
      if (ids.length > 0) await rows().deleteMany({ where: { id: { $in: ids } } });
    },
    async contentAt(subject, revision) {
      const row = (await rows().findOne({ where: { subject, revision } })) as { content?: unknown } | null;
      // Written by `keep` above and by nothing else.
      return (row?.content ?? null) as Content | null;
    },
  };
  return history;
}

/** The refusal of a request about a document that is there no more. @param changes its saves, as `changesAfter` lists them */
export function deletedRefusal(type: RevisedType, changes: readonly PastChange[]): Refusal {
  const deleted = changes.find(({ action }) => action === 'delete');
  const at = deleted?.at.toISOString() ?? null;
  return new Refusal('DOCUMENT_DELETED', { type, by: deleted?.by ?? null, at });
}

function typeOf(uid: string): RevisedType {
  const found = revisedTypeOf(uid);
  if (found === null) throw new Error(`${uid} has no revisions.`);
  return found;
}
