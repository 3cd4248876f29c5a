import { beforeRoutes } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { authServiceOf } from '../auth-service';
import { rewriteService } from '../rewrite-service';
import { SecondFactorNeeded } from '../second-factor-needed';
import { languageAsked } from '../sign-in-words';
import { secondFactorsOf, type SecondFactors } from './second-factors';
import { askedSession, giveTicket, secondFactorPath } from './tickets';
import { secondFactorWords } from './second-factor-words-of';

type Sessions = ReturnType<Core.Strapi['sessionManager']>;
interface UserService {
  [method: string]: (...given: never[]) => unknown;
  register(given: object): Promise<{ id: number }>;
}

const sessionSchema = z.object({
  userId: z.coerce.number(),
  metadata: z.object({ secondFactor: z.boolean().optional() }).nullish(),
});

/** Every route that opens a session for whoever knows a password or a token. The first account's is closed altogether. */
const opening = new Set(['authentication.login', 'authentication.register', 'authentication.resetPassword']);

/** Throws where an account needs a second factor before it has a session. */
export async function admit(strapi: Core.Strapi, userId: number): Promise<void> {
  if ((await factorsOf(strapi).demandOf(userId)) !== null) throw new SecondFactorNeeded(userId);
}

/** What a session of the admin carries whose owner has shown a second factor; kept with it when it is renewed. */
export const proof = { secondFactor: true } as const;

const ownSessions = new WeakMap<Core.Strapi, Core.Strapi['sessionManager']>();

/** Strapi's own sessions, for who has shown a second factor: they ask for none. */
export function unguardedSessions(strapi: Core.Strapi): Sessions {
  return (ownSessions.get(strapi) ?? strapi.sessionManager)('admin');
}

/**
 * Lets nobody have a session of the admin, or go on with one, who must show a second factor and has not. Under every route that
 * opens sessions stands their manager; the three routes are refused before it, with a sentence and a ticket to the page that asks for
 * the code. Called in `register`, once the limits of attempts are laid.
 */
export function guardSessions(strapi: Core.Strapi): void {
  const own = strapi.sessionManager;
  ownSessions.set(strapi, own);
  const guarded = (origin: string) => (origin === 'admin' ? guard(strapi, own(origin)) : own(origin));
  Object.defineProperty(strapi, 'sessionManager', {
    configurable: true,
    value: Object.assign(guarded, own),
  });
  rewriteService(strapi.service('admin::user') as unknown as UserService, (users) => ({
    async register(given: object) {
      const user = await users.register(given);
      await admit(strapi, user.id);
      return user;
    },
  }));
  rewriteService(authServiceOf(strapi), (auth) => ({
    async resetPassword(given: object) {
      const user = await auth.resetPassword(given);
      await admit(strapi, user.id).catch(async (error: unknown) => {
        await own('admin').invalidateRefreshToken(String(user.id));
        throw error;
      });
      return user;
    },
  }));
}

/** Answers the three routes with where the second factor is asked for. Called in `register`, after every other guard of them. */
export function leadToSecondFactor(strapi: Core.Strapi, publicUrl: string): void {
  beforeRoutes(strapi, 'admin', 'second factor', opening, async (context, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof SecondFactorNeeded)) throw error;
      await giveTicket(strapi, context, { kind: 'sign-in', userId: error.userId, ...askedSession(context) });
      const { asked } = secondFactorWords(languageAsked(strapi));
      throw new errors.PolicyError(asked(publicUrl + secondFactorPath), { secondFactor: secondFactorPath });
    }
  });
}

function guard(strapi: Core.Strapi, own: Sessions): Sessions {
  const isOpen = async (sessionId: string): Promise<boolean> => {
    const found: unknown = await strapi.db.query('admin::session').findOne({ where: { sessionId } });
    if (found === null) return true;
    const { userId, metadata } = sessionSchema.parse(found);
    return metadata?.secondFactor === true || (await factorsOf(strapi).demandOf(userId)) === null;
  };
  const rewritten: Partial<Sessions> = {
    async generateRefreshToken(userId, deviceId, options) {
      await admit(strapi, Number(userId));
      const made = await own.generateRefreshToken(userId, deviceId, options);
      // A factor that was set up in between has ended the sessions that there were.
      await admit(strapi, Number(userId)).catch(async (error: unknown) => {
        await own.revokeSessionById(userId, made.sessionId);
        throw error;
      });
      return made;
    },
    async rotateRefreshToken(token) {
      // Its type does not say so, but it names the session.
      const { sessionId } = (await own.validateRefreshToken(token)) as { sessionId?: string };
      if (sessionId !== undefined && !(await isOpen(sessionId))) return { error: 'invalid_refresh_token' };
      return own.rotateRefreshToken(token);
    },
    // Setting a factor up has ended what was open; a role that requires one may have come since.
    async isSessionActive(sessionId) {
      if (!(await own.isSessionActive(sessionId))) return false;
      return !factorsOf(strapi).anyRequired || isOpen(sessionId);
    },
  };
  return Object.assign(Object.create(own) as Sessions, rewritten);
}

/** @throws before they are open: then nobody gets in */
function factorsOf(strapi: Core.Strapi): SecondFactors {
  const factors = secondFactorsOf(strapi);
  if (factors === null) throw new Error('The second factors are not open yet.');
  return factors;
}
