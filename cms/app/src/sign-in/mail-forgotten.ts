import { deskLanguage, uids, type DeskLanguage } from '@nachra/strapi-plugin-newsletter';
import { directionOf } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { settings } from '../settings';
import { rewriteService } from './rewrite-service';
import { signInWords } from './sign-in-words';

/** What Strapi's e-mail plugin sends; the part that is used here. */
interface EmailService {
  [method: string]: (...given: never[]) => unknown;
  send(mail: object): Promise<unknown>;
  sendTemplatedEmail(
    options: { to: string; from?: string },
    template: object,
    data: object,
  ): Promise<unknown>;
}

const accountSchema = z.object({ preferedLanguage: z.string().nullish() }).nullish();
const senderSchema = z
  .object({ senderName: z.string().nullish(), senderAddress: z.string().nullish() })
  .nullish();

/**
 * Has the mail for a forgotten password written in the language of the account, and come from the institution: Strapi's is in English and
 * from `strapi.io`. Called in `register`; idempotent.
 */
export function mailForgotten(strapi: Core.Strapi): void {
  const service = strapi.plugin('email').service('email') as unknown as EmailService;
  rewriteService(service, (own) => ({
    async sendTemplatedEmail(options, template, data) {
      if (template !== strapi.config.get('admin.forgotPassword.emailTemplate'))
        return own.sendTemplatedEmail(options, template, data);
      const { url } = z.object({ url: z.string() }).parse(data);
      const where = { email: options.to };
      const account = accountSchema.parse(
        await strapi.db.query('admin::user').findOne({ where, select: ['preferedLanguage'] }),
      );
      const language = deskLanguage(account?.preferedLanguage, undefined, settings().defaultLanguage);
      const from = options.from ?? (await senderOf(strapi));
      return own.send({ ...options, ...(from && { from }), ...written(url, language) });
    },
  }));
}

/** Of the institution; undefined until somebody has said whom mails come from. */
async function senderOf({ db }: Core.Strapi): Promise<{ name: string; address: string } | undefined> {
  const found: unknown = await db.query(uids.brand).findOne({ select: ['senderName', 'senderAddress'] });
  const { senderName, senderAddress } = senderSchema.parse(found) ?? {};
  return senderAddress ? { name: senderName ?? '', address: senderAddress } : undefined;
}

/** @param url made by Strapi from its own address and a token, without a sign of HTML */
function written(url: string, language: DeskLanguage): { subject: string; text: string; html: string } {
  const { subject, lead, button, unexpected } = signInWords(language).forgotten;
  return {
    subject,
    text: [lead, url, unexpected].join('\n\n'),
    html: `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font:16px/1.6 'Segoe UI',Helvetica,Arial,sans-serif;color:#1b1b1b;max-width:34em;margin:24px">
<p>${lead}</p>
<p><a href="${url}">${button}</a></p>
<p style="color:#555555">${unexpected}</p>
</body>
</html>`,
  };
}
