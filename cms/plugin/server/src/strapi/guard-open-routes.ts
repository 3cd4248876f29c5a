import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
  config?: { policies?: (string | object)[] };
}
type Routers = Record<string, { routes: Route[] }>;

/** Routes of Strapi's own plugins that whoever has signed in may write through, with the permission that they should need. */
const open = [
  {
    plugin: 'content-manager',
    method: 'PUT',
    path: '/components/:uid/configuration',
    action: 'plugin::content-manager.components.configure-layout',
  },
  { plugin: 'i18n', method: 'PUT', path: '/settings', action: 'plugin::i18n.locale.update' },
] as const;

/**
 * Asks for a permission where Strapi forgets to: a person without any could arrange everybody's forms. A second boot in the same
 * process, which finds the routes of the first, adds nothing. Called in `register`.
 */
export function guardOpenRoutes(strapi: Core.Strapi): void {
  for (const { plugin, method, path, action } of open) {
    const routers = strapi.plugin(plugin)?.routes as unknown as Routers | undefined;
    const route = routers?.['admin']?.routes.find((each) => each.method === method && each.path === path);
    if (route === undefined) continue;
    const policy = { name: 'admin::hasPermissions', config: { actions: [action] } };
    const others = route.config?.policies ?? [];
    if (others.some((other) => JSON.stringify(other) === JSON.stringify(policy))) continue;
    route.config = { ...route.config, policies: [...others, policy] };
  }
}
