import type { Core } from '@strapi/strapi';
import { adminUserName } from '../common/person';
import { uids } from '../common/uids';
import { openIssueStore } from './documents/issue-store';
import { throwToStrapi } from '../common/refused-answer';
import { checkFields, type DocumentWrite } from './checks/check-fields';
import { deskLanguage, type DeskLanguage } from '../common/words/words-of';
import { claimRevision, type Writer } from './revisions/claim-revision';
import { openHistory } from './revisions/history';
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
 * alike. In one transaction: the comparison of the revision, the guard of an issue's stage, the checks of its fields, and
 * the write itself; then the comparison of every approval with what is there now.
 *
 * @param stages null until the plugin is open: before that, nothing can have been approved in this process
 */
export function watchDocuments(strapi: Core.Strapi, stages: () => Approvals | null): void {
  const issues = openIssueStore(strapi);
  const history = openHistory(strapi, () => new Date());
  strapi.documents.use(async (context, next) => {
    const write = context as unknown as DocumentWrite;
    if (!writes.includes(write.action)) return next();
    const language = requestLanguage(strapi);
    const result = await strapi.db.transaction(async () => {
      const settle = await claimRevision(strapi, history, write, writerBehind(strapi)).catch(
        (error: unknown) => throwToStrapi(error, language),
      );
      await guardIssue(write, issues).catch((error: unknown) => throwToStrapi(error, language));
      await checkFields(strapi, write, language);
      const written = await next();
      await settle(written);
      return written;
    });
    if (material.includes(write.uid)) await stages()?.voidStale();
    return result;
  });
}

/** The language of the person behind the write; a script has none and gets English, like a log. */
function requestLanguage(strapi: Core.Strapi): DeskLanguage {
  const request = strapi.requestContext.get();
  if (request === undefined) return 'en';
  const user = request.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, request.get('accept-language'));
}

/** Who writes: a person of the admin by name, an API token by the name it was given, or a script. */
function writerBehind(strapi: Core.Strapi): Writer {
  const request = strapi.requestContext.get();
  if (request === undefined) return { name: null, request };
  const { auth } = request.state as { auth?: { credentials?: { name?: string } } };
  return { name: adminUserName(request.state.user) ?? auth?.credentials?.name ?? null, request };
}
