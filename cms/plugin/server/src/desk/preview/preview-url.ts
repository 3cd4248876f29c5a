import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { deskPrefix } from '../../../../shared/endpoints';
import { uids } from '../../../../shared/uids';
import { mayRead } from './may-see';
import { personOf } from '../../common/person';
import type { NewsletterSettings } from '../../common/settings';
import { signGrant, type PreviewGrant } from './preview-token';

/** How long a preview link works, in ms: a sitting in front of one text. Opening it again makes a new one. */
const lifetime = 30 * 60 * 1000;

const kinds: Readonly<Record<string, PreviewGrant['kind'] | undefined>> = {
  [uids.issue]: 'issue',
  [uids.article]: 'article',
};

/** Where the page of a preview is; the mail in its frame and its text are below. */
export function previewPath(token: string): string {
  return `${deskPrefix}/preview/${token}`;
}

/** Whether documents of a type have a preview here. */
export function isPreviewed(uid: string): boolean {
  return kinds[uid] !== undefined;
}

const paramsSchema = z.object({ documentId: z.string(), status: z.enum(['draft', 'published']).optional() });

/**
 * The address that Strapi's preview button opens, for an issue or an article that the signed-in person may read.
 *
 * Strapi hands its handler no person and its route asks for no permission, so both are taken from the request here. The
 * document itself is asked about, since a role may read only some of them.
 *
 * @param params as Strapi gives them to `preview.config.handler`
 * @returns null when there is nothing to preview or the person may not: Strapi then hides the panel
 */
export async function previewUrl(
  strapi: Core.Strapi,
  { linkSecret, defaultLanguage }: Pick<NewsletterSettings, 'linkSecret' | 'defaultLanguage'>,
  uid: string,
  params: unknown,
): Promise<string | null> {
  const kind = kinds[uid];
  const request = strapi.requestContext.get();
  const { success, data } = paramsSchema.safeParse(params);
  if (kind === undefined || request === undefined || !success) return null;

  const { userAbility } = request.state as { userAbility: unknown };
  if (!(await mayRead(strapi, userAbility, { kind, documentId: data.documentId }))) return null;

  const { id, language } = personOf(request, defaultLanguage);
  const grant: PreviewGrant = {
    kind,
    documentId: data.documentId,
    version: kind === 'article' ? (data.status ?? 'draft') : 'draft',
    userId: id,
    language,
    expiresAt: Date.now() + lifetime,
  };
  return previewPath(signGrant(grant, linkSecret));
}
