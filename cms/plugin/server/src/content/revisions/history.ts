import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RefusalData, RevisedType } from '../../../../shared/desk';
import { revisedTypeOf, uids } from '../../../../shared/uids';
import { Refusal } from '../../common/refusal';
import { tableOf } from '../../common/table-of';
import { nullableField } from '../documents/stored-fields';
import { changedFields } from './same-value';
import { readSnapshot, titleOf, type Content } from './snapshot';

/** How long saves of a document can be looked at and brought back, in days: two years. A form that is older is compared in whole. */
const keptDays = 731;
/** So many are forgotten at a time: a statement of SQLite holds everybody up. */
const forgottenAtOnce = 200;
/** More saves of one document are not listed. */
const mostListed = 1_000;

/** One save that is remembered. */
interface PastChange {
  revision: number;
  action: string;
  at: Date;
  /** Null for a script. */
  by: string | null;
  /** Names of the fields that changed. */
  fields: string[];
}

/** What documents held after each of their saves, and who saved. Of one that is deleted only the fact is kept. */
export interface RevisionHistory {
  /** Remembers a document as it now is. Idempotent by document and revision: the transaction's own, so written once. */
  keep(save: {
    uid: string;
    documentId: string;
    revision: number;
    action: string;
    by: string | null;
  }): Promise<void>;
  /** What to tell somebody who began from an older revision. */
  since(stale: {
    uid: string;
    documentId: string;
    asked: number;
    held: number;
  }): Promise<RefusalData['REVISION_STALE']>;
  /** The saves after a revision, the newest first. */
  changesAfter(documentId: string, revision: number): Promise<PastChange[]>;
  /** Names of the fields that a document no longer holds as at a revision; null where that is no longer remembered. */
  changedSince(uid: string, documentId: string, revision: number): Promise<string[] | null>;
  /** Forgets what is older than two years, some at a time; the last save of a document stays as long as the document. */
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
});

export function openHistory(strapi: Core.Strapi, now: () => Date): RevisionHistory {
  const rows = () => strapi.db.query(uids.revision);
  const history: RevisionHistory = {
    async keep({ uid, documentId: subject, revision, action, by }) {
      // What is deleted is not kept either, but for the fact.
      if (action === 'delete') await rows().deleteMany({ where: { subject } });
      const content = await readSnapshot(strapi, uid, subject);
      const before = await history.contentAt(subject, revision - 1);
      const fields = content && before ? changedFields(before, content) : [];
      const data = { subject, revision, action, at: now(), byName: by, fields, content };
      await rows().create({ data });
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
        where: { subject, revision: { $gt: revision } },
        select: ['revision', 'action', 'at', 'byName', 'fields'],
        orderBy: { revision: 'desc' },
        limit: mostListed,
      });
      return found.map((row) => {
        const { byName: by, ...change } = changeSchema.parse(row);
        return { ...change, by };
      });
    },
    async changedSince(uid, documentId, revision) {
      const before = await history.contentAt(documentId, revision);
      const now = await readSnapshot(strapi, uid, documentId);
      return before && now && changedFields(before, now);
    },
    async prune() {
      const before = new Date(now().getTime() - keptDays * 86_400_000);
      const table = tableOf(strapi.db, uids.revision);
      const { connection: knex } = strapi.db;
      // The query builder knows how each database keeps an instant, and has no EXISTS.
      const newer = knex(`${table} as newer`)
        .select(knex.raw('1'))
        .whereRaw('newer.subject = old.subject AND newer.revision > old.revision');
      const old: unknown = await knex(`${table} as old`)
        .select('old.id as id')
        .where('old.at', '<', strapi.db.dialect.client === 'sqlite' ? before.getTime() : before)
        .whereExists(newer)
        .orderBy('old.at')
        .limit(forgottenAtOnce);
      const ids = idsSchema.parse(old).map(({ id }) => id);
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
