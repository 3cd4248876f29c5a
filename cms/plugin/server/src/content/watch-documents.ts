import type { Ledger } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { AudienceStore } from './documents/audience-store';
import { openIssueStore } from './documents/issue-store';
import type { ContentTransactions } from '../common/content-transactions';
import type { Journal } from '../common/journal';
import { Refusal } from '../common/refusal';
import { writerBehind, type Writer } from '../common/writer';
import { throwToStrapi } from '../common/refused-answer';
import { checkFields, refuseSave, type DocumentWrite } from './checks/check-fields';
import { addressProblems } from './checks/subscriber-address';
import { requestLanguage } from '../common/request-language';
import { assertJournalUntouched } from './guard-journal';
import { guardDeskFields } from './guard-desk-fields';
import { followSubscriber } from './follow-subscribers';
import { material, saveRecorder, type SavedChange } from './record-save';
import { claimRevision } from './revisions/claim-revision';
import { openHistory } from './revisions/history';
import { guardIssue } from './stage/stage-guard';

const writes: readonly string[] = [
  'create',
  'update',
  'delete',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
];

/** What judges every approval after a change to content. */
interface Approvals {
  guarded<Result>(
    writer: Writer | null,
    change: () => Promise<Result>,
    cause: () => SavedChange | null,
    together: readonly string[],
  ): Promise<Result>;
  askBeforeDeleting(writer: Writer | null, documentIds: readonly string[]): Promise<void>;
}

/** What of the open plugin a write concerns. */
interface Parts extends Pick<ContentTransactions, 'transaction' | 'afterwards' | 'joinWriters'> {
  approvals: Approvals;
  /** What was asked and said of an issue goes with it. */
  reviews: { forget(issue: string): Promise<void> };
  journal: Journal;
  audience: AudienceStore;
  ledger: Ledger;
  now: () => Date;
}

/**
 * The plugin's one middleware of Strapi's document service, where every writer passes: the admin, the API and scripts
 * alike. In one transaction: the comparison of the revision, the guard of an issue's stage, the checks of its fields, the
 * write itself and its record, and the comparison of every approval with what is there now; what would take back an approval
 * that the writer may not take back is not saved.
 *
 * @param defaultLanguage the installation's: of documents that are given none, and of people who ask for no other
 * @param open null until the plugin is open: before that, nothing can have been approved in this process
 */
export function watchDocuments(
  strapi: Core.Strapi,
  defaultLanguage: Language,
  open: () => Parts | null,
): void {
  const issues = openIssueStore(strapi, defaultLanguage);
  const history = openHistory(strapi, () => new Date());
  strapi.documents.use(async (context, next) => {
    const write = context as unknown as DocumentWrite;
    if (!writes.includes(write.action)) return next();
    const language = requestLanguage(strapi, defaultLanguage);
    const writer = writerBehind(strapi, defaultLanguage);
    const parts = open();
    let saved: SavedChange | null = null;

    const change = async () => {
      assertWritable(write);
      guardDeskFields(write);
      if (material.includes(write.uid)) await parts?.joinWriters();
      const keep = await claimRevision(strapi, history, write, writer?.actor ?? null);
      await guardIssue(write, issues);
      await checkFields(strapi, write, { language, defaultLanguage });
      const record = parts && (await saveRecorder(strapi, write, writer?.actor ?? null));
      const follow = parts && (await followSubscriber(strapi, parts, write));
      const result = await next();
      const sitting = await keep(result);
      if (parts && record) saved = await record(parts.journal, result, sitting);
      await follow?.(result);
      if (write.uid === uids.issue && write.action === 'delete' && write.params.documentId !== undefined)
        await parts?.reviews.forget(write.params.documentId);
      return result;
    };

    try {
      const together = takenTogether(strapi, write);
      if (parts && write.action === 'delete') await parts.approvals.askBeforeDeleting(writer, together);
      if (parts && material.includes(write.uid))
        return await parts.approvals.guarded(writer, change, () => saved, together);
      return await (parts ? parts.transaction(change) : strapi.db.transaction(change));
    } catch (error) {
      refuseSave(addressProblems(write.uid, write.params.data, error), language);
      return throwToStrapi(error, language);
    }
  });
}

/**
 * The documents that a request takes from issues together: all that a list was told to delete or unpublish, since a person is asked
 * once, before the first. Of other writes none.
 */
function takenTogether(strapi: Core.Strapi, { action, params }: DocumentWrite): string[] {
  if (params.documentId === undefined || !['delete', 'unpublish'].includes(action)) return [];
  const body = strapi.requestContext.get()?.request.body as { documentIds?: unknown } | undefined;
  const listed = z.array(z.string()).safeParse(body?.documentIds);
  return [...new Set([params.documentId, ...(listed.data ?? [])])];
}

/** What the desk alone writes, past this service. */
const ofDesk: readonly string[] = [
  ...[uids.approval, uids.reviewRequest, uids.comment, uids.setAside],
  ...[uids.notice, uids.noticePreference],
];

/** @throws {Refusal} `STAGE_GUARDED` */
function assertWritable({ uid }: DocumentWrite): void {
  if (ofDesk.includes(uid)) throw new Refusal('STAGE_GUARDED', {});
  assertJournalUntouched(uid);
}
