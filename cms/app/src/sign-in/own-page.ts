import { deskLanguage, type DeskLanguage } from '@nachra/strapi-plugin-newsletter';
import type { Context } from 'koa';
import { settings } from '../settings';

/** Our own pages without script, which post to nobody but us and stand in nobody's frame. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** Nothing is known of the institution before its first account, and nothing is said of it to whoever is not signed in. */
export const pageBrand = { name: 'Nachra', title: 'Nachra' };

/**
 * What other sites learn of these pages: nothing.
 *
 * `same-origin` where our own guard asks which page has sent a form; `no-referrer` where the address holds a token.
 */
type ReferrerPolicy = 'same-origin' | 'no-referrer';

/** Answers with a page. */
export function answerPage(
  context: Context,
  status: number,
  html: string,
  referrers: ReferrerPolicy = 'same-origin',
): void {
  context.status = status;
  context.type = 'text/html; charset=utf-8';
  context.set({ ...headers, 'Referrer-Policy': referrers });
  context.body = html;
}

/** Goes on elsewhere, by a GET. */
export function leadTo(context: Context, address: string): void {
  context.set({ ...headers, 'Referrer-Policy': 'no-referrer' });
  context.status = 303;
  context.redirect(address);
}

/** What the browser asks for, else the installation's. */
export function pageLanguage(context: Context): DeskLanguage {
  return deskLanguage(null, context.get('accept-language'), settings().defaultLanguage);
}
