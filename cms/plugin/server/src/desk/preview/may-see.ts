import type { Core } from '@strapi/strapi';
import { uids } from '../../../../shared/uids';
import { abilityOf } from '../../common/abilities';
import { whoCanSignIn } from '../../common/accounts';
import { mayReadDocument } from '../may-edit';
import type { PreviewGrant } from './preview-token';

type Previewed = Pick<PreviewGrant, 'kind' | 'documentId'>;

/** Whether somebody may read a document, as the content manager judges it. False when it is gone. */
export function mayRead(
  strapi: Core.Strapi,
  userAbility: unknown,
  { kind, documentId }: Previewed,
): Promise<boolean> {
  return mayReadDocument(strapi, userAbility, { uid: uids[kind], documentId });
}

/**
 * Whether the person that a preview link was made for would get it now: the account can sign in, and its roles let it read the
 * document. Asked at each use, because an account, a role or a permission may end while a link still runs.
 */
export async function mayStillSee(
  strapi: Core.Strapi,
  grant: Previewed & Pick<PreviewGrant, 'userId'>,
): Promise<boolean> {
  const user = (await strapi.db.query('admin::user').findOne({
    where: { ...whoCanSignIn, id: grant.userId },
    populate: ['roles'],
  })) as object | null;
  if (user === null) return false;
  return mayRead(strapi, await abilityOf(strapi, user), grant);
}
