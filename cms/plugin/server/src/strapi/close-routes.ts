import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
}

/**
 * Closes `POST /email` of Strapi's own email plugin: it lets every signed-in person send any mail to any address from any
 * sender. The settings page with its test, which asks for a permission, stays. Must run in `register`, before the routes
 * are mounted.
 */
export function closeOpenSending(strapi: Core.Strapi): void {
  const routes = strapi.plugin('email')?.routes as { admin?: { routes: Route[] } } | undefined;
  if (routes?.admin === undefined) return;
  routes.admin.routes = routes.admin.routes.filter(
    (route) => !(route.method === 'POST' && route.path === '/'),
  );
}
