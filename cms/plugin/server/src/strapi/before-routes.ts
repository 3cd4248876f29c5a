import type { Core } from '@strapi/strapi';

interface Route {
  handler: unknown;
  config?: { middlewares?: (string | object)[] };
}
type Router = { routes: Route[] };
/** Strapi's routers by name; some are made only when they are mounted. */
type Routers = Record<string, Router | ((given: unknown) => Router)>;

/** Strapi keeps the routes of its plugins when it is booted again in one process: what was added before is replaced. */
const added = new WeakMap<object, string>();

/**
 * Puts a middleware before those that some of Strapi's own routes have; by then it is known who asks, and what the policies say. Called
 * in `register`, before routes are mounted.
 *
 * @param owner whose routes: `admin`, or the name of a plugin
 * @param name what is replaced when the same is added at the next boot
 * @param handlers which routes, as Strapi names their handlers: `authentication.login`
 * @example beforeRoutes(strapi, 'admin', 'attempts', new Set(['authentication.login']), async (context, next) => next());
 */
export function beforeRoutes(
  strapi: Core.Strapi,
  owner: string,
  name: string,
  handlers: ReadonlySet<string>,
  middleware: Core.MiddlewareHandler,
): void {
  added.set(middleware, name);
  const add = (router: Router): Router => {
    for (const route of router.routes) {
      if (typeof route.handler !== 'string' || !handlers.has(route.handler)) continue;
      const others = (route.config?.middlewares ?? []).filter(
        (other) => typeof other === 'string' || added.get(other) !== name,
      );
      route.config = { ...route.config, middlewares: [middleware, ...others] };
    }
    return router;
  };
  const routers = (owner === 'admin'
    ? strapi.admin.routes
    : strapi.plugin(owner).routes) as unknown as Routers;
  for (const [key, router] of Object.entries(routers))
    if (typeof router === 'function') routers[key] = (given) => add(router(given));
    else add(router);
}
