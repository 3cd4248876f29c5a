import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { stackOf } from '../../settings/errors';
import type { AttemptLimits } from '../attempt-limits';
import { limited } from '../guard-sign-in';
import { TooManyAttempts } from '../too-many-attempts';
import { leadTo, pageLanguage } from '../own-page';
import { signInWords } from '../sign-in-words';
import { formSchema, type Asked } from './asked';
import { askForCode, askToSignIn, othersPath, wordsFor, type Problem } from './show-pages';
import { manageOwn, setUpSecondFactor, showOwnPage } from './manage';
import { openSession } from './open-session';
import { postOther, showOther } from './remove-others';
import { secondFactorsOf } from './second-factors';
import { askedSession, dropTicket, giveTicket, readTicket, secondFactorPath } from './tickets';

type Handler = (asked: Asked) => Promise<void>;

/**
 * Mounts the pages on which a second factor is asked for, set up, managed and removed, and the route by which the admin comes to them.
 * Called in `register`.
 *
 * @param limits null until they are open, and where there are none (tests)
 */
export function mountSecondFactor(strapi: Core.Strapi, limits: () => AttemptLimits | null): void {
  const route = (method: 'GET' | 'POST', path: string, handler: Handler, onRefusal: Refused) => ({
    method,
    path,
    handler: (context: Context) => answerWithTicket(strapi, context, limits(), handler, onRefusal),
    config: { auth: false as const },
  });
  strapi.server.routes([
    route('GET', secondFactorPath, show, again),
    route('POST', secondFactorPath, post, again),
    route('GET', othersPath, (asked) => showOther(asked, null), showOther),
    route('POST', othersPath, postOther, showOther),
  ]);
  strapi.server.routes({
    type: 'admin',
    prefix: '/admin',
    routes: [
      {
        method: 'POST',
        path: secondFactorPath,
        handler: (context: Context) => admitFromAdmin(strapi, context),
        info: { pluginName: 'admin', type: 'admin' },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
}

type Refused = (asked: Asked, problem: Problem) => Promise<void>;

async function answerWithTicket(
  strapi: Core.Strapi,
  context: Context,
  limits: AttemptLimits | null,
  handler: Handler,
  onRefusal: Refused,
): Promise<void> {
  const factors = secondFactorsOf(strapi);
  const known = await readTicket(strapi, context);
  if (factors === null || known === null) return askToSignIn(context);
  context.state['preferredLanguage'] = known.holder.language;
  const form = formSchema.parse(context.request.body ?? {});
  // By its id: whoever is signed in can change the address of the account, and would begin anew with each.
  const attempt = { kind: 'second-factor', account: `#${known.holder.id}`, address: context.ip } as const;
  const judged: Asked['judged'] = async (judge) => {
    let isRight = false;
    await limited(limits, attempt, async () => (isRight = await judge()));
    return isRight;
  };
  const asked: Asked = { strapi, context, factors, form, judged, ...known };
  try {
    await handler(asked);
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) {
      strapi.log.error(`second-factor.failed ${stackOf(error)}`);
      context.status = 500;
      return;
    }
    context.set('Retry-After', String(error.wait));
    const sentence = signInWords(pageLanguage(context)).tooMany(error.minutes);
    await onRefusal(asked, { status: 429, sentence });
  }
}

const show: Handler = (asked) => again(asked, null);

async function again(asked: Asked, problem: Problem | null): Promise<void> {
  const { context, factors, ticket, holder } = asked;
  if (ticket.kind === 'sign-in' && (await factors.has(holder.id))) return askForCode(context, problem);
  await showOwnPage(asked, problem);
}

async function post(asked: Asked): Promise<void> {
  const { context, factors, form, holder, ticket } = asked;
  if (!(await factors.has(holder.id))) return setUpSecondFactor(asked);
  if (ticket.kind === 'own') return manageOwn(asked);
  const words = wordsFor(context);
  let isReadable = true;
  const isRight = await asked.judged(async () => {
    const judgement = await factors.judge(holder, form.code);
    isReadable = judgement !== 'unreadable';
    return judgement === 'right';
  });
  if (!isRight)
    return askForCode(context, { status: 403, sentence: isReadable ? words.wrong : words.unreadable });
  await openSession(asked.strapi, context, holder.id, ticket, true);
  dropTicket(asked.strapi, context);
  leadTo(context, '/admin');
}

/** Gives a signed-in person a ticket to her own second factor. Not to a token that acts for her: only a session has an id. */
async function admitFromAdmin(strapi: Core.Strapi, context: Context): Promise<void> {
  const { user, session } = context.state as { user: { id: number }; session?: { id?: string } };
  if (session?.id === undefined) return context.throw(403);
  const found = (await strapi.db
    .query('admin::session')
    .findOne({ where: { sessionId: session.id }, select: ['type', 'deviceId'] })) as {
    type?: string;
    deviceId?: string | null;
  } | null;
  const asked = { ...askedSession(context), rememberMe: found?.type === 'refresh' };
  await giveTicket(strapi, context, {
    ...asked,
    deviceId: found?.deviceId ?? asked.deviceId,
    kind: 'own',
    userId: user.id,
    sessionId: session.id,
  });
  context.body = { data: { url: secondFactorPath } };
}
