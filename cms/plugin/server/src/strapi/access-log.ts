import type { Core } from '@strapi/strapi';

/** Paths whose next part is a long-lived token, which anybody who reads the log could use. */
const secretPaths = /^(\/(?:unsubscribe|confirm|preferences|newsletter\/preview))\/[^/]+/;

/**
 * Logs each request as `http.request` without its query and without tokens. Strapi's own logger writes the full
 * address, tokens included.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: { method: string; path: string; status: number }, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await next();
    const path = ctx.path.replace(secretPaths, '$1/…');
    strapi.log.http(
      `http.request ${ctx.method} ${path} ${ctx.status} ${Math.ceil(performance.now() - started)}ms`,
    );
  };
