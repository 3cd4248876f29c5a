import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { houseWords } from '../../../shared/lists';
import { bringBackHeader } from '../../../shared/refusal-codes';
import { revisedTypeOf, uids } from '../../../shared/uids';
import { system, type Actor, type Journal } from '../common/journal';
import type { DocumentWrite } from './checks/check-fields';
import { openHistory } from './revisions/history';
import { changedFields, sameValue } from './revisions/same-value';
import { heldByOthers, heldRevision } from './revisions/schema';
import type { Sitting } from './revisions/sitting';
import { readSnapshot, type Content, type Value } from './revisions/snapshot';

/** What an edition is made of: a change to any of these may change an approved edition. */
export const material: readonly string[] = [uids.issue, uids.article, uids.dashboard, uids.brand];

/** What people write and choose; the plugin's own records are no content. */
const recorded: readonly string[] = [...material, uids.list, uids.subscriber, uids.segment];

/** What begins a document, which no issue names yet. */
const beginnings: readonly string[] = ['create', 'clone'];

/** Fields of the brand that say who a mail comes from. */
const senderFields: readonly string[] = [
  ...['senderName', 'senderAddress', 'replyTo', 'listId', 'bounceAddress', 'unsubscribeAddress'],
];

const headSchema = z
  .object({
    number: z.number().nullish(),
    language: z.string().nullish(),
    title: z.string().nullish(),
    name: z.string().nullish(),
  })
  .catch({});

/** How a write names documents of a relation: those that join and leave, or all. */
const joinSchema = z.union([
  z.array(z.unknown()),
  z.object({
    set: z.array(z.unknown()).optional(),
    connect: z.array(z.unknown()).optional(),
    disconnect: z.array(z.unknown()).optional(),
  }),
]);

/** One write to content: which document, and what was done to it. */
export interface SavedChange {
  type: string;
  action: string;
  documentId: string | null;
  title: string | null;
  /** Names of the fields that an update has changed. */
  fields: string[];
  /** The revision that it has left; null where it has left none. */
  revision: number | null;
}

/**
 * Puts a save of content on record: who, which document, which fields. Changes of the sender and of the rule of four eyes
 * are entries of their own, with both values. A save that goes on with a sitting is told by the entry of its beginning, as far as that names
 * its fields. Call it before the write, and what it gives back after it, in one transaction.
 *
 * A script's changes to what an issue can be made of are recorded too; what it begins, and the readers it imports, are not:
 * a seed would fill the journal.
 *
 * @param person who writes; null for a script
 * @returns null for what is not recorded
 */
export async function saveRecorder(strapi: Core.Strapi, write: DocumentWrite, person: Actor | null) {
  const { uid, action, params } = write;
  const isWanted =
    person === null ? material.includes(uid) && !beginnings.includes(action) : recorded.includes(uid);
  if (!isWanted) return null;
  const by = person ?? system;
  const before = await contentOf(strapi, uid, params.documentId);
  return async (journal: Journal, result: unknown, sitting: Sitting | null): Promise<SavedChange> => {
    // What is cloned is named by its source before it is there.
    const isNew = action === 'create' || action === 'clone';
    const documentId = isNew ? documentIdOf(result) : params.documentId;
    const source = action === 'clone' ? { source: params.documentId } : {};
    const after = action === 'delete' ? null : await contentOf(strapi, uid, documentId);
    const changed = [...changedFields(before ?? {}, after ?? {}), ...joinedIn(strapi, write)];
    const fields =
      action === 'update' ? (isOfWords(uid, changed, before, after) ? [houseWords] : changed) : [];
    const { number, language, name, ...head } = headOf(after ?? before);
    const title = head.title ?? name ?? null;
    const isRevised = after !== null && revisedTypeOf(uid) !== null;
    const revision = isRevised && documentId ? await heldRevision(strapi, uid, documentId) : null;
    const saved = { type: uid, action, documentId: documentId ?? null, title, fields, revision };
    // A form that was saved as it was changes nothing.
    if (action === 'update' && fields.length === 0) return saved;
    if (sitting !== null && fields.every((field) => sitting.fields.includes(field))) return saved;
    const entry = { by, documentId, number, language };
    await journal.record({
      ...entry,
      name: 'content.saved',
      data: {
        type: uid,
        action,
        fields,
        title,
        ...source,
        ...(await broughtBack(strapi, params.documentId, after)),
      },
    });
    if (uid !== uids.brand) return saved;
    for (const field of changed) {
      const data = { field, before: scalarIn(before, field), after: scalarIn(after, field) };
      if (senderFields.includes(field)) await journal.record({ ...entry, name: 'sender.changed', data });
      if (field === 'fourEyes') await journal.record({ ...entry, name: 'four-eyes.set', data });
    }
    return saved;
  };
}

/** Whether a save of the institution changed nothing but the words of the house, which no reader gets. Pure. */
function isOfWords(
  uid: string,
  changed: readonly string[],
  before: Content | null,
  after: Content | null,
): boolean {
  if (uid !== uids.brand || changed.join() !== 'wordings') return false;
  return sameValue(withoutWords(before?.['wordings']), withoutWords(after?.['wordings']));
}

function withoutWords(value: Value | undefined): Value | undefined {
  if (value?.is !== 'items') return value;
  const items = value.items.map((item) => {
    const { [houseWords]: _, ...content } = item.content;
    return { ...item, content };
  });
  return { ...value, items };
}

/**
 * The revision that a save of this document brings back, where it says so and that is so, as far as its own fields tell: pictures and
 * documents that it named may be gone.
 */
async function broughtBack(
  strapi: Core.Strapi,
  documentId: string | undefined,
  saved: Content | null,
): Promise<{ broughtBack?: number }> {
  const request = strapi.requestContext.get();
  if (documentId === undefined || saved === null || request === undefined) return {};
  if ((request.params as { id?: unknown } | undefined)?.id !== documentId) return {};
  const [named] = /^\d{1,9}$/.exec(request.get(bringBackHeader)) ?? [];
  if (named === undefined) return {};
  const version = await openHistory(strapi, () => new Date()).contentAt(documentId, Number(named));
  const isThat = Object.entries(saved).every(
    ([name, value]) => value.is !== 'scalar' || sameValue(value, version?.[name]),
  );
  return version !== null && isThat ? { broughtBack: Number(named) } : {};
}

/**
 * Relations to documents that hold the other side, such as a list's subscribers, of which the write names any. They are not read
 * to compare: a list may have a hundred thousand.
 */
function joinedIn(strapi: Core.Strapi, { uid, params }: DocumentWrite): string[] {
  return heldByOthers(strapi, uid).filter((name) => {
    const asked = joinSchema.safeParse(params.data?.[name]).data;
    if (asked === undefined || Array.isArray(asked)) return asked !== undefined;
    return asked.set !== undefined || [asked.connect, asked.disconnect].some((ids) => (ids ?? []).length > 0);
  });
}

async function contentOf(strapi: Core.Strapi, uid: string, documentId: string | undefined) {
  return documentId === undefined ? null : readSnapshot(strapi, uid, documentId);
}

function headOf(content: Content | null) {
  const names = ['number', 'language', 'title', 'name'];
  return headSchema.parse(Object.fromEntries(names.map((name) => [name, scalarIn(content, name)])));
}

function scalarIn(content: Content | null, field: string): unknown {
  const value = content?.[field];
  return value?.is === 'scalar' ? value.value : null;
}

function documentIdOf(result: unknown): string | undefined {
  return z.object({ documentId: z.string() }).safeParse(result).data?.documentId;
}
