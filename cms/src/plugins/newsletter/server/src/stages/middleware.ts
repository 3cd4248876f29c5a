import type { Core } from '@strapi/strapi';
import { openIssueStore } from '../documents/issue-store';
import { uids } from '../documents/uids';
import { throwToStrapi } from '../http/refuse';
import { deskLanguage, type DeskLanguage } from '../words';
import { guardIssue, type DocumentWrite } from './guard';
import type { Stages } from './stages';

/** What an edition is made of: a change to any of it may make an approved edition another one. */
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

/**
 * Puts the rules of an issue's life around every write to a document, whoever writes: the admin, the API or a script.
 * Before it, the guard; after it, every approval is compared with what is there now.
 *
 * @param stages null until the plugin is open: before that, nothing can have been approved in this process
 */
export function watchDocuments(strapi: Core.Strapi, stages: () => Pick<Stages, 'voidStale'> | null): void {
  const issues = openIssueStore(strapi);
  strapi.documents.use(async (context, next) => {
    if (!material.includes(context.uid) || !writes.includes(context.action)) return next();
    await guardIssue(context as unknown as DocumentWrite, issues).catch((error: unknown) =>
      throwToStrapi(error, requestLanguage(strapi)),
    );
    const result = await next();
    await stages()?.voidStale();
    return result;
  });
}

/** The language of whoever is behind the write; a script has none and reads French like the admin's default. */
function requestLanguage(strapi: Core.Strapi): DeskLanguage {
  const request = strapi.requestContext.get();
  const user = request?.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, request?.get('accept-language'));
}
