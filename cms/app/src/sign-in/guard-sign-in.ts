import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { beforeRoutes } from '@nachra/strapi-plugin-newsletter';
import { stackOf } from '../settings/errors';
import type { Attempt, AttemptKind, AttemptLimits } from './attempt-limits';
import { authServiceOf } from './auth-service';
import { rewriteService } from './rewrite-service';
import { SecondFactorNeeded } from './second-factor-needed';
import { languageAsked, signInWords } from './sign-in-words';
import { TooManyAttempts } from './too-many-attempts';

const kinds: Record<string, AttemptKind> = {
  'authentication.login': 'sign-in',
  'authentication.forgotPassword': 'forgotten',
  'authentication.resetPassword': 'token',
  'authentication.registrationInfo': 'token',
  'authentication.register': 'token',
};

/** Open to everybody, and each has a password compared or hashed: a tenth of a second of one thread. */
const takeThread = new Set([
  'authentication.login',
  'authentication.register',
  'authentication.resetPassword',
]);
/** Those take five seconds. */
const mostAtOnce = 50;

/** Longer than an answer takes, in milliseconds: a mail is made ready only once nobody can time it. */
const mailAfter = 250;

/**
 * Limits attempts at the admin's sign-in, by account and by network, for all processes together. Called in `register`.
 *
 * @param open null until the limits are open, and where there are none (tests)
 */
export function limitSignIns(strapi: Core.Strapi, open: () => AttemptLimits | null): void {
  for (const [handler, kind] of Object.entries(kinds))
    beforeRoutes(strapi, 'admin', `attempts ${handler}`, new Set([handler]), async (context, next) => {
      const { email } = (context.request.body ?? {}) as { email?: unknown };
      const account = kind === 'token' ? null : accountIn(email);
      let needed: SecondFactorNeeded | null = null;
      await limited(open(), { kind, account, address: context.ip }, async () => {
        await next().catch((error: unknown) => {
          // The password, or the token, was right.
          if (!(error instanceof SecondFactorNeeded)) throw error;
          needed = error;
        });
        return needed !== null || context.status < 400;
      }).catch((error: unknown) => {
        if (error instanceof TooManyAttempts) context.set('Retry-After', String(error.wait));
        throw error instanceof TooManyAttempts
          ? new errors.RateLimitError(signInWords(languageAsked(strapi)).tooMany(error.minutes))
          : error;
      });
      if (needed !== null) throw needed as SecondFactorNeeded;
    });
}

/**
 * Answers 429 to whoever comes to sign in while many are waiting for the thread that compares passwords, before it costs the database
 * anything, and without an attempt being counted. Called in `register`, last: what is laid last is asked first.
 */
export function boundSignIns(strapi: Core.Strapi): void {
  let underWay = 0;
  beforeRoutes(strapi, 'admin', 'crowd', takeThread, async (context, next) => {
    if (underWay >= mostAtOnce) {
      context.set('Retry-After', '5');
      throw new errors.RateLimitError(signInWords(languageAsked(strapi)).crowded);
    }
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  });
}

/**
 * Judges an attempt unless there were too many.
 *
 * @param judge whether it was right
 * @throws {TooManyAttempts}
 */
export async function limited(
  limits: AttemptLimits | null,
  attempt: Attempt,
  judge: () => Promise<boolean>,
): Promise<void> {
  const wait = (await limits?.take(attempt)) ?? 0;
  if (wait > 0) throw new TooManyAttempts(wait);
  // Whoever asks for a mail is not right or wrong: each of these counts.
  if ((await judge()) && attempt.kind !== 'forgotten') await limits?.giveBack(attempt);
}

/**
 * Answers for an account that does not exist as for one that does: as late, since a password is compared in both cases, and the
 * same. A mail for a forgotten password is made once the answer has left. Called in `register`; idempotent.
 *
 * @param admit throws where the right password is not enough
 */
export function hideAccounts(strapi: Core.Strapi, admit: (userId: number) => Promise<void>): void {
  rewriteService(authServiceOf(strapi), (own) => {
    let nobodysHash: Promise<string> | null = null;
    return {
      async checkCredentials(given) {
        nobodysHash ??= own.hashPassword(randomBytes(24).toString('base64url'));
        const hash = await nobodysHash;
        const user = (await strapi.db
          .query('admin::user')
          .findOne({ where: { email: given.email }, select: ['password'] })) as {
          password?: string | null;
        } | null;
        if (!user?.password) await own.validatePassword(given.password, hash);
        const judged = await own.checkCredentials(given);
        const [, found] = judged;
        if (found) await admit(found.id);
        return judged;
      },
      forgotPassword(given) {
        const timer = setTimeout(() => {
          own
            .forgotPassword(given)
            .catch((error: unknown) => strapi.log.error(`sign-in.mail-failed ${stackOf(error)}`));
        }, mailAfter);
        timer.unref();
        return Promise.resolve();
      },
    };
  });
}

/** The account that an attempt is for, as Strapi reads it: it takes a list of one address for that address. */
function accountIn(email: unknown): string {
  if (Array.isArray(email)) return email.map(accountIn).join();
  return typeof email === 'string' || typeof email === 'number' ? String(email) : '';
}
