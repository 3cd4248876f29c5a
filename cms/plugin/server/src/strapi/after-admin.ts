import type { Core } from '@strapi/strapi';

interface Lifecycle {
  bootstrap?: (context: { strapi: Core.Strapi }) => unknown;
}

/**
 * Runs something once Strapi has made its own roles and permissions. It makes them after the `bootstrap` of every plugin,
 * and none at all when it finds a role there; the application's own `bootstrap` is the first thing that comes after, so
 * what is given here stands before it.
 */
export function afterAdmin(strapi: Core.Strapi, act: () => Promise<void>): void {
  const holder = strapi as unknown as { app?: Lifecycle };
  const application = holder.app;
  // A copy: the module that it was loaded from is shared by every application of this process.
  holder.app = {
    ...application,
    async bootstrap(context) {
      await act();
      await application?.bootstrap?.(context);
    },
  };
}
