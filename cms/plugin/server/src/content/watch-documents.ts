import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';
import { openIssueStore } from './documents/issue-store';
import type { Journal } from '../common/journal';
import { throwToStrapi } from '../common/refused-answer';
import { writerBehind } from '../common/writer';
import { checkFields, type DocumentWrite } from './checks/check-fields';
import { deskLanguage, logLanguage, type DeskLanguage } from '../common/words/words-of';
import { assertJournalUntouched } from './guard-journal';
import { saveRecorder } from './record-save';
import { guardIssue } from './stage/stage-guard';

/** What an edition is made of: a change to any of these may change an approved edition. */
const material: readonly string[] = [uids.issue, uids.article, uids.dashboard, uids.brand];
const writes: readonly string[] = [
  'create',
  'update',
  'delete',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
];

/** What is told after a write. */
interface Approvals {
  voidStale(): Promise<void>;
}

/**
 * The plugin's one middleware of Strapi's document service, where every writer passes: the admin, the API and scripts
 * alike. In one transaction: the guard of an issue's stage, the checks of its fields, the write itself and its record in the
 * journal; then the comparison of every approval with what is there now.
 *
 * @param defaultLanguage the installation's: of documents that are given none, and of people who ask for no other
 * @param open null until the plugin is open: before that, nothing can have been approved in this process
 */
export function watchDocuments(
  strapi: Core.Strapi,
  defaultLanguage: Language,
  open: () => { approvals: Approvals; journal: Journal } | null,
): void {
  const issues = openIssueStore(strapi, defaultLanguage);
  strapi.documents.use(async (context, next) => {
    const write = context as unknown as DocumentWrite;
    if (!writes.includes(write.action)) return next();
    const language = requestLanguage(strapi, defaultLanguage);
    const writer = writerBehind(strapi, defaultLanguage);
    const parts = open();
    const change = async () => {
      assertJournalUntouched(write.uid);
      await guardIssue(write, issues);
      await checkFields(strapi, write, { language, defaultLanguage });
      const record = parts && writer && (await saveRecorder(strapi, write, writer));
      const written = await next();
      if (parts && record) await record(parts.journal, written);
      return written;
    };
    const result = await strapi.db
      .transaction(change)
      .catch((error: unknown) => throwToStrapi(error, language));
    if (material.includes(write.uid)) await parts?.approvals.voidStale();
    return result;
  });
}

/** The language of the person behind the write; a script has none and gets that of the log. */
function requestLanguage(strapi: Core.Strapi, defaultLanguage: Language): DeskLanguage {
  const request = strapi.requestContext.get();
  if (request === undefined) return logLanguage;
  const user = request.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, request.get('accept-language'), defaultLanguage);
}
