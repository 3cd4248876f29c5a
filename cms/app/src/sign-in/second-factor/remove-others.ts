import { abilityOf } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import { isPassword, type Asked } from './asked';
import { askForOther, askToSignIn, showMessage, wordsFor, type Problem } from './show-pages';
import { findHolder, secondFactorPath } from './tickets';

/** Whether a person may edit other people's accounts, which is what removing a second factor belongs to. */
export async function mayRemoveOthers(strapi: Core.Strapi, userId: number): Promise<boolean> {
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId }, populate: ['roles'] })) as object | null;
  return user !== null && (await abilityOf(strapi, user)).can('admin::users.update');
}

/** Shows the form to whoever is signed in and has the right. */
export async function showOther(asked: Asked, problem: Problem | null): Promise<void> {
  if (!(await isAllowed(asked))) return askToSignIn(asked.context, 403);
  askForOther(asked.context, asked.form.email, problem);
}

/** Removes the second factor of the account that is named. */
export async function postOther(asked: Asked): Promise<void> {
  const { strapi, context, factors, form, holder } = asked;
  const words = wordsFor(context);
  if (!(await isAllowed(asked))) return askToSignIn(context, 403);
  if (!(await isPassword(asked))) return showOther(asked, { status: 403, sentence: words.wrongPassword });
  const other = await findHolder(strapi, { email: form.email });
  const isGone = other !== null && (await factors.remove(other, holder));
  if (!isGone) return showOther(asked, { status: 404, sentence: words.others.none });
  const link = { label: words.others.back, url: secondFactorPath };
  showMessage(context, 200, {
    heading: words.others.title,
    paragraphs: [words.others.done(other.email)],
    link,
  });
}

/** A ticket of somebody on the way in is not enough. */
async function isAllowed({ strapi, ticket, holder }: Asked): Promise<boolean> {
  return ticket.kind === 'own' && (await mayRemoveOthers(strapi, holder.id));
}
