import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { Journal } from '../common/journal';
import type { Writer } from '../common/writer';
import type { DocumentWrite } from './checks/check-fields';
import { changedFields, readForm } from './changed-fields';

/** What people write and choose; the plugin's own records are no content. */
const recorded: readonly string[] = [
  ...[uids.issue, uids.article, uids.dashboard, uids.brand],
  ...[uids.list, uids.subscriber, uids.segment],
];

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
  .nullish()
  .catch(null);

/**
 * Puts a save of content on record: who, which document, which fields. Changes of the sender and of the rule of four eyes
 * are entries of their own, with both values. Call it before the write, and what it gives back after it, in one transaction.
 *
 * @returns null for what is not content
 */
export async function saveRecorder(strapi: Core.Strapi, write: DocumentWrite, { actor: by }: Writer) {
  const { uid, action, params } = write;
  if (!recorded.includes(uid)) return null;
  const before = await readForm(strapi, uid, params.documentId);
  return async (journal: Journal, result: unknown): Promise<void> => {
    // What is cloned is named by its source before it is there.
    const isNew = action === 'create' || action === 'clone';
    const documentId = isNew ? documentIdOf(result) : params.documentId;
    const source = action === 'clone' ? { source: params.documentId } : {};
    const after = action === 'delete' ? null : await readForm(strapi, uid, documentId);
    const fields = action === 'update' ? changedFields(before, after) : [];
    // A form that was saved as it was changes nothing.
    if (action === 'update' && fields.length === 0) return;
    const { number, language, title, name } = headSchema.parse(after ?? before) ?? {};
    const entry = { by, documentId, number, language };
    await journal.record({
      ...entry,
      name: 'content.saved',
      data: { type: uid, action, fields, title: title ?? name ?? null, ...source },
    });
    if (uid !== uids.brand) return;
    for (const field of changedFields(before, after)) {
      const data = { field, before: before?.[field] ?? null, after: after?.[field] ?? null };
      if (senderFields.includes(field)) await journal.record({ ...entry, name: 'sender.changed', data });
      if (field === 'fourEyes') await journal.record({ ...entry, name: 'four-eyes.set', data });
    }
  };
}

function documentIdOf(result: unknown): string | undefined {
  return z.object({ documentId: z.string() }).safeParse(result).data?.documentId;
}
