import { leadTo } from '../own-page';
import { newSecret } from './factor-codes';
import { openSession } from './open-session';
import { isPassword, type Asked } from './asked';
import { askForSetUp, showMessage, showOwn, showRecoveryCodes, wordsFor, type Problem } from './show-pages';
import { mayRemoveOthers } from './remove-others';
import { dropTicket, giveTicket, secondFactorPath } from './tickets';

/** Shows what the holder of a ticket can do: set a factor up, or manage the one that there is. */
export async function showOwnPage(asked: Asked, problem: Problem | null): Promise<void> {
  const { strapi, context, factors, ticket, holder } = asked;
  if (await factors.has(holder.id)) {
    const left = await factors.recoveryCodesLeft(holder.id);
    return showOwn(context, left, await mayRemoveOthers(strapi, holder.id), problem);
  }
  const secret = ticket.secret ?? newSecret();
  // Kept in the ticket, sealed, so that a second look at the page shows the same.
  if (ticket.secret === undefined) await giveTicket(strapi, context, { ...ticket, secret });
  askForSetUp(context, { secret, account: holder.email, isRequired: ticket.kind === 'sign-in' }, problem);
}

/** Makes the ticket's secret the second factor of its holder, and signs in with it. */
export async function setUpSecondFactor(asked: Asked): Promise<void> {
  const { strapi, context, factors, form, holder, ticket } = asked;
  const words = wordsFor(context);
  const { secret } = ticket;
  if (secret === undefined) return showOwnPage(asked, null);
  if (ticket.kind === 'own' && !(await isPassword(asked)))
    return showOwnPage(asked, { status: 403, sentence: words.wrongPassword });
  const codes = await factors.setUp(holder, secret, form.code);
  if (codes === null) return showOwnPage(asked, { status: 403, sentence: words.setUp.wrong });
  await openSession(strapi, context, holder.id, ticket, true);
  dropTicket(strapi, context);
  showRecoveryCodes(context, codes, true);
}

/** New recovery codes, or the end of the factor: for whoever gives both password and code. */
export async function manageOwn(asked: Asked): Promise<void> {
  const { strapi, context, factors, form, holder, ticket } = asked;
  const words = wordsFor(context);
  if (!(await isPassword(asked))) return showOwnPage(asked, { status: 403, sentence: words.wrongPassword });
  let sentence = words.wrong;
  const isRight = await asked.judged(async () => {
    const judgement = await factors.judge(holder, form.code);
    if (judgement === 'unreadable') sentence = words.unreadable;
    return judgement === 'right';
  });
  if (!isRight) return showOwnPage(asked, { status: 403, sentence });
  if (form.action !== 'remove') {
    const codes = await factors.renewRecoveryCodes(holder);
    return showRecoveryCodes(context, codes, false);
  }
  await factors.remove(holder, holder);
  // Whose role requires one sets up another before going on.
  if ((await factors.demandOf(holder.id)) !== null) {
    const { sessionId: _ended, ...again } = ticket;
    await giveTicket(strapi, context, { ...again, kind: 'sign-in' });
    return leadTo(context, secondFactorPath);
  }
  await openSession(strapi, context, holder.id, ticket, false);
  dropTicket(strapi, context);
  const link = { label: words.toAdmin, url: '/admin' };
  showMessage(context, 200, { heading: words.off.title, paragraphs: [words.off.lead], link });
}
