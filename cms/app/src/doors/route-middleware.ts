import type { Core } from '@strapi/strapi';

interface Route {
  handler: unknown;
  config?: { middlewares?: (string | object)[] };
}
type Routers = Record<string, { routes: Route[] } | ((given: unknown) => { routes: Route[] })>;

/** Strapi keeps its routes when it is booted again in one process: what was added before is replaced. */
const added = new WeakMap<object, string>();

/**
 * Puts a middleware before those that a route of the admin has. Called in `register`, before routes are mounted.
 *
 * @param name what is replaced when the same is added at the next boot
 * @param handlers which routes, as Strapi names their handlers: `authentication.login`
 */
export function beforeAdminRoutes(
  strapi: Core.Strapi,
  name: string,
  handlers: ReadonlySet<string>,
  middleware: Core.MiddlewareHandler,
): void {
  added.set(middleware, name);
  const add = <Router extends { routes: Route[] }>(router: Router): Router => {
    for (const route of router.routes) {
      if (typeof route.handler !== 'string' || !handlers.has(route.handler)) continue;
      const others = (route.config?.middlewares ?? []).filter(
        (other) => typeof other === 'string' || added.get(other) !== name,
      );
      route.config = { ...route.config, middlewares: [middleware, ...others] };
    }
    return router;
  };
  const routers = strapi.admin.routes as Routers;
  for (const [key, router] of Object.entries(routers)) {
    if (typeof router === 'function') routers[key] = (given) => add(router(given));
    else add(router);
  }
}
