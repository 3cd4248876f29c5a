import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
}
type Router = { routes: Route[] };
/** Strapi's routers by name; some are made only when they are mounted. */
type Routers = Record<string, Router | ((given: unknown) => Router)>;

/** Routes of Strapi that nobody here needs, and that do what nobody here should. */
const closed = [
  // Any mail, from any sender to any address, past the journal and the suppressions: for whoever has signed in, and for a token.
  { owner: 'email', router: 'admin', method: 'POST', path: '/' },
  { owner: 'email', router: 'content-api', method: 'POST', path: '/' },
  // Asks Strapi's makers how long a trial of their licence goes on, which nobody has.
  { owner: 'admin', router: 'admin', method: 'GET', path: '/license-trial-time-left' },
] as const;

/**
 * Closes routes of Strapi. The settings page of mail with its test, which asks for a permission, stays. A second boot in the same process
 * finds them closed. Called in `register`, before routes are mounted.
 */
export function closeRoutes(strapi: Core.Strapi): void {
  for (const { owner, router: name, method, path } of closed) {
    const routers = (owner === 'admin' ? strapi.admin.routes : strapi.plugin(owner)?.routes) as unknown as
      Routers | undefined;
    const without = (router: Router): Router => {
      router.routes = router.routes.filter((route) => route.method !== method || route.path !== path);
      return router;
    };
    const router = routers?.[name];
    if (routers === undefined || router === undefined) continue;
    if (typeof router === 'function') routers[name] = (given) => without(router(given));
    else without(router);
  }
}
