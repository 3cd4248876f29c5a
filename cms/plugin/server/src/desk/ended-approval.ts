import type { CampaignProgress } from '@nachra/delivery';
import { languages } from '@nachra/renderer';
import { z } from 'zod';
import type { EndedApproval } from '../../../shared/desk';
import { revisedTypes } from '../../../shared/lists';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { fieldLabel } from '../common/words/contract-fields';
import type { IssueHead } from '../content/documents/issue';
import type { JournalStore, StoredEntry } from '../content/documents/journal-store';

/** What the journal says of an approval that was voided; each part is missing in entries of before it was written down. */
const voidedSchema = z.object({
  language: z.enum(languages),
  because: z.literal('released').optional().catch(undefined),
  what: z
    .object({
      type: z.string(),
      action: z.string(),
      documentId: z.string().nullable(),
      title: z.string().nullable(),
      fields: z.array(z.string()).catch([]),
      revision: z.number().nullable().catch(null),
    })
    .optional()
    .catch(undefined),
  cancelled: z.array(z.object({ campaign: z.string(), startAt: z.string() })).catch([]),
});

/** What a person decided about the issue itself: nothing before it is told any more. */
const decided: readonly string[] = [
  'issue.withdrawn',
  'issue.sent-back',
  'issue.corrected',
  'issue.uncorrected',
];

/**
 * How the approval of an issue ended, or the send that was planned for it, if no person decided that: until it is approved again,
 * and of a cancelled send until the next one. The send may have been cancelled because another language that it carried was
 * changed.
 *
 * @param campaigns those that carry the issue
 * @param person who is told: what the fields are called is in her language, and she may not read all of them
 */
export async function endedApproval(
  entries: Pick<JournalStore, 'each'>,
  issue: Pick<IssueHead, 'documentId' | 'number' | 'stage'>,
  campaigns: readonly Pick<CampaignProgress, 'id' | 'createdAt'>[],
  person: Pick<Person, 'language' | 'mayRead'>,
): Promise<EndedApproval | null> {
  if (!['drafting', 'in-review', 'approved'].includes(issue.stage)) return null;
  const own = new Set(campaigns.map(({ id }) => id));
  const lastSend = Math.max(0, ...campaigns.map(({ createdAt }) => createdAt.getTime()));
  let isApproved = false;
  for await (const entry of entries.each({ number: issue.number, kind: 'issue' })) {
    if (entry.at.getTime() < lastSend) return null;
    const isOwn = entry.document === issue.documentId;
    if (isOwn && decided.includes(entry.name)) return null;
    if (isOwn && entry.name === 'issue.approved') isApproved = true;
    if (entry.name !== 'issue.voided') continue;
    const voided = voidedSchema.safeParse({ ...entry.data, language: entry.language }).data;
    if (voided === undefined) continue;
    const send = voided.cancelled.find(({ campaign }) => own.has(campaign));
    if (send !== undefined || (isOwn && !isApproved))
      return told(entry, voided, send?.startAt ?? null, person);
    if (isOwn) return null;
  }
  return null;
}

function told(
  { byId, byName, at }: StoredEntry,
  { because, what, language }: z.infer<typeof voidedSchema>,
  cancelled: string | null,
  person: Pick<Person, 'language' | 'mayRead'>,
): EndedApproval {
  return {
    because: because ?? 'changed',
    by: { id: byId, name: byName },
    at: at.toISOString(),
    what: what ? thingOf(what, person) : null,
    language,
    cancelled,
  };
}

function thingOf(
  {
    type: uid,
    action,
    documentId,
    title,
    fields,
    revision,
  }: NonNullable<z.infer<typeof voidedSchema>['what']>,
  { language, mayRead }: Pick<Person, 'language' | 'mayRead'>,
): EndedApproval['what'] {
  const type = revisedTypes.find((name) => uids[name] === uid) ?? 'picture';
  const isDeleted = action === 'delete';
  const isComparable = type !== 'picture' && !isDeleted && fields.length > 0;
  return {
    ...{ type, title, isDeleted, editable: isDeleted ? null : editableOf(type, documentId) },
    fields: fields
      .filter((field) => mayRead(uid, field))
      .map((field) => fieldLabel(uid, field, language)),
    before:
      isComparable && documentId !== null && revision !== null && revision > 1
        ? { documentId, revision: revision - 1 }
        : null,
  };
}

function editableOf(
  type: NonNullable<EndedApproval['what']>['type'],
  documentId: string | null,
): NonNullable<EndedApproval['what']>['editable'] {
  if (type === 'brand') return { type };
  return type === 'picture' || documentId === null ? null : { type, documentId };
}
