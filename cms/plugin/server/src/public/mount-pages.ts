import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { assetsPath } from '../editions/public-paths';
import { pathParameter } from '../common/path-parameter';
import type { PublicAnswer, PublicPicture } from './answer';
import type { PublicPages } from './public-pages';

/**
 * Mounts the public pages outside `/api`. Called in `register`, because Strapi's own `public` middleware claims `/` for a
 * redirect to the admin while the application starts, and the router that comes first answers.
 *
 * @param pages null until the plugin is open; nothing listens before that
 */
export function mountPublic(strapi: Core.Strapi, pages: () => PublicPages | null): void {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    answer: (pages: PublicPages, context: Context) => Promise<PublicAnswer | PublicPicture | null>,
  ) => ({
    method,
    path,
    async handler(context: Context): Promise<void> {
      const open = pages();
      if (open === null) return void (context.status = 503);
      try {
        const answered = await answer(open, context);
        if (answered === null) context.status = 404;
        else if ('bytes' in answered) sendPicture(context, answered);
        else send(context, answered);
      } catch (error) {
        strapi.log.error(
          `public.failed ${method} ${path} ${error instanceof Error ? error.stack : String(error)}`,
        );
        send(context, await open.trouble());
      }
    },
    config: { auth: false as const },
  });

  strapi.server.routes([
    route('GET', '/', (open) => open.archive()),
    route('GET', '/issues/:number', (open, context) =>
      open.issue(pathParameter(context, 'number'), undefined),
    ),
    route('GET', '/issues/:number/:language', (open, context) =>
      open.issue(pathParameter(context, 'number'), pathParameter(context, 'language')),
    ),
    route('GET', `${assetsPath}/:name`, (open, context) => open.asset(pathParameter(context, 'name'))),
    route('GET', '/unsubscribe', (open) => open.unsubscribeHelp()),
    route('GET', '/unsubscribe/:token', (open, context) =>
      open.unsubscribeForm(pathParameter(context, 'token')),
    ),
    route('POST', '/unsubscribe/:token', (open, context) =>
      open.unsubscribe(pathParameter(context, 'token'), context.request.body, context.ip),
    ),
  ]);
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
  context.body = html;
}

function sendPicture(context: Context, { bytes, type, headers }: PublicPicture): void {
  context.status = 200;
  context.type = type;
  context.set({ 'X-Content-Type-Options': 'nosniff', ...headers });
  context.body = bytes;
}
