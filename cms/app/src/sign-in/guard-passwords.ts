import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { beforeRoutes } from '@nachra/strapi-plugin-newsletter';
import { authServiceOf } from './auth-service';
import { passwordFault, type PasswordFault } from './password-fault';
import { rewriteService } from './rewrite-service';
import { languageAsked, signInWords } from './sign-in-words';

/** The routes that a password comes by. */
const takePasswords = new Set([
  'authentication.register',
  'authentication.resetPassword',
  'authenticated-user.updateMe',
  'user.create',
  'user.update',
]);

const passwordSchema = z.object({ password: z.string() });
const bodySchema = z.union([passwordSchema, z.object({ userInfo: passwordSchema })]);

/**
 * Refuses passwords that are too short or too common wherever one is set, in a sentence beside the field. Every route, command and
 * script has a password hashed by one service, which is where none passes; the routes ask before, because some of them end
 * sessions or use up a token first. Called in `register`; idempotent.
 */
export function guardPasswords(strapi: Core.Strapi): void {
  const refusalOf = (fault: PasswordFault): Error => {
    const message = signInWords(languageAsked(strapi)).passwords[fault];
    const details = { errors: [{ path: ['password'], message, name: 'ValidationError' }] };
    return new errors.ValidationError(message, details);
  };
  rewriteService(authServiceOf(strapi), (own) => ({
    hashPassword: (password: string) => {
      const fault = passwordFault(password);
      return fault === null ? own.hashPassword(password) : Promise.reject(refusalOf(fault));
    },
  }));
  beforeRoutes(strapi, 'admin', 'passwords', takePasswords, async (context, next) => {
    const { data } = bodySchema.safeParse(context.request.body);
    const password = data && ('userInfo' in data ? data.userInfo.password : data.password);
    const fault = password === undefined ? null : passwordFault(password);
    if (fault !== null) throw refusalOf(fault);
    await next();
  });
}
