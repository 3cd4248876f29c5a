import {
  deliveryOfSubject,
  publicLinks,
  publicPaths,
  readLinkToken,
  unsubscribe,
  type TokenSubject,
} from '@nachra/delivery';
import { renderPage } from '@nachra/renderer';
import type { Context } from 'koa';
import { pathParameter } from '../common/path-parameter';
import { personalPage, type PublicAnswer } from './answer';
import { bytesOf } from './bytes-of';
import { forgeryLimit } from './forgery-limit';
import { messagePage, pageBrand, type PublicDependencies, type PublicPage } from './public-page';

/** In bytes, of a form with one short field. */
const longestForm = 4 * 1024;
const oneClickPart = /name="?List-Unsubscribe"?[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\n\s*One-Click/i;

/** Links from one page to another. */
const onSite = publicLinks('');

/**
 * The way out of the list: a page with a button, and what the button and a mail client's one click (RFC 8058) post to. A
 * GET changes nothing, because link scanners open every address in a mail.
 */
export function unsubscribePages(): PublicPage[] {
  const forgeries = forgeryLimit();

  async function forgedLink(open: PublicDependencies, from: string): Promise<PublicAnswer> {
    const wait = await forgeries.strike(from);
    if (wait === 0) return unknownLink(open);
    const html = await messagePage(open, (words) => words.tooManyAttempts);
    return personalPage(html, 429, { 'Retry-After': String(wait) });
  }

  return [
    {
      // Where the link of an issue on the web leads: there is nobody to unsubscribe.
      method: 'GET',
      path: publicPaths.unsubscribeHelp,
      answer: async (open) => personalPage(await messagePage(open, (words) => words.linkInMail)),
    },
    {
      method: 'GET',
      path: publicPaths.unsubscribe,
      async answer(open, context) {
        const token = pathParameter(context, 'token');
        const subject = subjectOf(open, token);
        if (subject === null) return unknownLink(open);
        const delivery = await deliveryOfSubject(open.ledger, subject);
        if (delivery === null && subject.person === null) return unknownLink(open);
        const brand = await open.readBrand();
        const address = delivery === null ? undefined : maskedAddress(delivery.address);
        const data = { brand: pageBrand(brand), address, action: onSite.unsubscribe(token) };
        return personalPage(renderPage('unsubscribe', data, delivery?.language ?? brand.defaultLanguage));
      },
    },
    {
      // Idempotent: a second press, or the mail client's click after the page's, is answered like the first.
      method: 'POST',
      path: publicPaths.unsubscribe,
      async answer(open, context) {
        const { ledger, now, readBrand } = open;
        const subject = subjectOf(open, pathParameter(context, 'token'));
        if (subject === null) return forgedLink(open, context.ip);
        const source = (await isOneClick(context)) ? 'one-click' : 'page';
        const done = await unsubscribe(ledger, { subject, source, now: now() });
        if (done.result === 'unknown') return forgedLink(open, context.ip);
        // The reader is told once both databases have it. Where the second is out of reach, the watch says so and tries again.
        await open.witness().catch(() => undefined);
        if (done.language === null)
          return personalPage(await messagePage(open, (words) => words.unsubscribedByLink));
        const brand = pageBrand(await readBrand());
        const data = { brand, already: done.result === 'already', archiveUrl: onSite.archive };
        return personalPage(renderPage('unsubscribed', data, done.language));
      },
    },
  ];
}

/** Whom a link was made for; null when the link is forged or cut off. */
function subjectOf({ linkSecret }: PublicDependencies, token: string): TokenSubject | null {
  return readLinkToken(linkSecret, 'unsubscribe', token);
}

async function unknownLink(open: PublicDependencies): Promise<PublicAnswer> {
  return personalPage(await messagePage(open, (words) => words.unknownLink), 404);
}

/** A mail client posts `List-Unsubscribe=One-Click`. @see https://www.rfc-editor.org/rfc/rfc8058#section-3.2 */
async function isOneClick({ request, req }: Context): Promise<boolean> {
  const body: unknown = request.body;
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'List-Unsubscribe') : undefined;
  if (typeof value === 'string') return value.toLowerCase() === 'one-click';
  // Where multipart is read on the routes of files alone.
  if (!request.is('multipart/form-data') || req.readableEnded) return false;
  const bytes = await bytesOf(req, longestForm);
  return bytes !== 'too-long' && oneClickPart.test(bytes.toString('latin1'));
}

/** Masks an address so that only its owner recognises it: `s••••@example.org`. */
function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '' : `${address.slice(0, 1)}••••${address.slice(at)}`;
}
