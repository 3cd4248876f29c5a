import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';
import { openIssueStore } from './documents/issue-store';
import type { Actor, Journal } from '../common/journal';
import { Refusal } from '../common/refusal';
import { writerBehind, type Writer } from '../common/writer';
import { throwToStrapi } from '../common/refused-answer';
import { checkFields, type DocumentWrite } from './checks/check-fields';
import { deskLanguage, logLanguage, type DeskLanguage } from '../common/words/words-of';
import { claimRevision } from './revisions/claim-revision';
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

/** What judges every approval after a change to content. */
interface Approvals {
  guarded<Result>(writer: Writer | null, change: () => Promise<Result>): Promise<Result>;
}

/**
 * The plugin's one middleware of Strapi's document service, where every writer passes: the admin, the API and scripts
 * alike. In one transaction: the comparison of the revision, the guard of an issue's stage, the checks of its fields, the
 * write itself, and the comparison of every approval with what is there now; what would take back an approval that the writer may not take back is not saved.
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
  const history = openHistory(strapi, () => new Date());
  strapi.documents.use(async (context, next) => {
    const write = context as unknown as DocumentWrite;
    if (!writes.includes(write.action)) return next();
    const language = requestLanguage(strapi, defaultLanguage);
    const writer = writerBehind(strapi, defaultLanguage);
    const parts = open();

    const change = async () => {
      assertWritable(write);
      const keep = await claimRevision(strapi, history, write, writer?.actor.name ?? null);
      await guardIssue(write, issues);
      await checkFields(strapi, write, { language, defaultLanguage });
      const record = parts && writer && (await recordOf(strapi, write, writer.actor));
      const result = await next();
      await keep(result);
      if (parts && record) await record(parts.journal, result);
      return result;
    };

    try {
      if (parts && material.includes(write.uid)) return await parts.approvals.guarded(writer, change);
      return await strapi.db.transaction(change);
    } catch (error) {
      return throwToStrapi(error, language);
    }
  });
}

/** An approval is written by the desk alone, past this service. @throws {Refusal} `STAGE_GUARDED` */
function assertWritable({ uid }: DocumentWrite): void {
  if (uid === uids.approval) throw new Refusal('STAGE_GUARDED', {});
}

/** Puts a save on record, and the institution's word about four eyes where it changed. Called before the write. */
async function recordOf(strapi: Core.Strapi, { uid, params }: DocumentWrite, by: Actor) {
  if (!material.includes(uid)) return null;
  const ruleNow = async () => (uid === uids.brand ? await readBrandRule(strapi) : null);
  const before = await ruleNow();
  return async (journal: Journal, result: unknown): Promise<void> => {
    const documentId = params.documentId ?? documentIdOf(result);
    await journal.record({ name: 'content.saved', by, documentId, data: { type: uid } });
    const after = await ruleNow();
    if (before !== after)
      await journal.record({ name: 'four-eyes.set', by, documentId, data: { before, after } });
  };
}

async function readBrandRule(strapi: Core.Strapi): Promise<string | null> {
  const row: unknown = await strapi.db.query(uids.brand).findOne({ select: ['fourEyes'] });
  return (row as { fourEyes?: string | null } | null)?.fourEyes ?? null;
}

function documentIdOf(result: unknown): string {
  return (result as { documentId?: string } | null)?.documentId ?? '';
}

/** The language of the person behind the write; a script has none and gets that of the log. */
function requestLanguage(strapi: Core.Strapi, defaultLanguage: Language): DeskLanguage {
  const request = strapi.requestContext.get();
  if (request === undefined) return logLanguage;
  const user = request.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, request.get('accept-language'), defaultLanguage);
}
