import { stackOf } from '../common/errors';
import { joinReads } from '../common/join-reads';
import type { BrandDocument } from '../content/documents/brand';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { personalPage, type PublicAnswer, type PublicPicture } from './answer';
import { issuePages } from './issue-pages';
import { messagePage, type PublicDependencies, type PublicPage } from './public-page';
import { unsubscribePages } from './unsubscribe-pages';

/**
 * Mounts the public pages outside `/api`. Called in `register`, because Strapi's own `public` middleware claims `/` for a
 * redirect to the admin while the application starts, and the router that comes first answers.
 *
 * @param open null until the plugin is open; nothing listens before that
 */
export function mountPublic(strapi: Core.Strapi, open: () => PublicDependencies | null): void {
  const joined = joinReads<BrandDocument>();
  const route = ({ method, path, answer }: PublicPage) => ({
    method,
    path,
    async handler(context: Context): Promise<void> {
      const opened = open();
      if (opened === null) return void (context.status = 503);
      const dependencies = { ...opened, readBrand: () => joined('brand', opened.readBrand) };
      try {
        const answered = await answer(dependencies, context);
        if (answered === null) context.status = 404;
        else if ('bytes' in answered) sendPicture(context, answered);
        else send(context, answered);
      } catch (error) {
        strapi.log.error(`public.failed ${method} ${path} ${stackOf(error)}`);
        send(context, personalPage(await messagePage(dependencies, (words) => words.trouble), 500));
      }
    },
    config: { auth: false as const },
  });

  strapi.server.routes([...issuePages(), ...unsubscribePages()].map(route));
}

function send(context: Context, { status, html, policy, headers }: PublicAnswer): void {
  context.status = status;
  context.type = 'text/html; charset=utf-8';
  context.set({
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  give(context, html);
}

function sendPicture(context: Context, { bytes, type, headers }: PublicPicture): void {
  context.status = 200;
  context.type = type;
  context.set({ 'X-Content-Type-Options': 'nosniff', ...headers });
  give(context, bytes);
}

/** Nothing where the browser has it already. */
function give(context: Context, body: string | Buffer): void {
  if (context.fresh) context.status = 304;
  else context.body = body;
}
