import { renderPage, type PageData } from '@nachra/renderer';
import type { DeskLanguage } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { settings } from '../settings';
import { stackOf } from '../settings/errors';
import type { AttemptLimits } from './attempt-limits';
import { firstAdministratorPath, hasAdministrator, isFirstAdministratorToken } from './first-administrator';
import { limited } from './guard-sign-in';
import { answerPage, leadTo, pageBrand, pageLanguage } from './own-page';
import { passwordRefusal } from './password-fault';
import { signInWords } from './sign-in-words';
import { TooManyAttempts } from './too-many-attempts';

const text = z.string().trim().max(255).catch('');
const formSchema = z.object({
  token: text,
  firstname: text,
  lastname: text,
  email: text,
  // A password is taken as it was typed.
  password: z.string().catch(''),
});
type Form = z.infer<typeof formSchema>;
const emailSchema = z.email();

interface UserService {
  createFirstAdmin(account: object): Promise<unknown>;
}

/**
 * Mounts the page on which the first account is made. Once there is one it leads to the admin and makes no other. Called in
 * `register`.
 *
 * @param open null until the limits are open, and where there are none
 */
export function mountFirstAdministrator(strapi: Core.Strapi, open: () => AttemptLimits | null): void {
  const route = (method: 'GET' | 'POST', handler: (context: Context) => Promise<void>) => ({
    method,
    path: firstAdministratorPath,
    handler: async (context: Context): Promise<void> => {
      if (await hasAdministrator(strapi)) return leadTo(context, '/admin');
      await handler(context);
    },
    config: { auth: false as const },
  });

  strapi.server.routes([
    // A GET changes nothing, whatever token it brings.
    route('GET', (context) => {
      const token = context.query['token'];
      answer(context, 200, { ...formSchema.parse({}), token: typeof token === 'string' ? token : '' }, null);
      return Promise.resolve();
    }),
    route('POST', async (context) => {
      const form = formSchema.parse(context.request.body ?? {});
      const words = signInWords(pageLanguage(context));
      try {
        let isRight = false;
        const attempt = { kind: 'token', account: null, address: context.ip } as const;
        await limited(open(), attempt, () => {
          isRight = isFirstAdministratorToken(settings(), form.token);
          return Promise.resolve(isRight);
        });
        if (!isRight) return answer(context, 403, { ...form, token: '' }, words.page.wrongToken);
        const problem = problemIn(form, pageLanguage(context));
        if (problem !== null) return answer(context, 400, form, problem);
        await make(strapi, form);
        leadTo(context, '/admin');
      } catch (error) {
        if (error instanceof TooManyAttempts) {
          context.set('Retry-After', String(error.wait));
          return answer(context, 429, { ...form, token: '' }, words.tooMany(error.minutes));
        }
        // Two at the same moment: Strapi makes one of them, under a lock.
        if (await hasAdministrator(strapi)) return leadTo(context, '/admin');
        strapi.log.error(`first-administrator.failed ${stackOf(error)}`);
        context.status = 500;
      }
    }),
  ]);
}

function problemIn({ firstname, email, password }: Form, language: DeskLanguage): string | null {
  const { page, passwords } = signInWords(language);
  if (firstname === '' || !emailSchema.safeParse(email).success) return page.incomplete;
  const refusal = passwordRefusal(password);
  if (refusal === null) return null;
  return refusal === 'weak' ? page.weak : passwords[refusal];
}

async function make(strapi: Core.Strapi, { firstname, lastname, email, password }: Form): Promise<void> {
  const users = strapi.service('admin::user') as unknown as UserService;
  const account = {
    firstname,
    ...(lastname === '' ? {} : { lastname }),
    email: email.toLowerCase(),
    password,
  };
  await users.createFirstAdmin({ ...account, preferedLanguage: settings().defaultLanguage });
}

function answer(context: Context, status: number, form: Form, problem: string | null): void {
  const language = pageLanguage(context);
  const { page: words } = signInWords(language);
  const fields: PageData['form']['fields'] = [
    {
      name: 'token',
      label: words.token,
      hint: words.tokenHint,
      type: 'text',
      value: form.token,
      autocomplete: 'off',
    },
    {
      name: 'firstname',
      label: words.firstname,
      type: 'text',
      value: form.firstname,
      autocomplete: 'given-name',
    },
    {
      name: 'lastname',
      label: words.lastname,
      type: 'text',
      value: form.lastname,
      autocomplete: 'family-name',
      required: false,
    },
    { name: 'email', label: words.email, type: 'email', value: form.email, autocomplete: 'username' },
    {
      name: 'password',
      label: words.password,
      hint: words.passwordHint,
      type: 'password',
      autocomplete: 'new-password',
    },
  ];
  const { title: heading, lead, submit } = words;
  const data = { brand: pageBrand, heading, lead, problem, action: firstAdministratorPath, fields, submit };
  answerPage(context, status, renderPage('form', data, language), 'no-referrer');
}
