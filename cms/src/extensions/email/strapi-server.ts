interface Routes {
  routes: { method: string; path: string }[];
}

/**
 * Closes `POST /email`: Strapi lets every signed-in person send any mail to any address from any sender through it.
 * The settings page with its test (guarded by a permission) stays.
 */
export default function closeOpenSending<Plugin extends { routes: { admin: Routes } }>(
  plugin: Plugin,
): Plugin {
  const { admin } = plugin.routes;
  admin.routes = admin.routes.filter((route) => !(route.method === 'POST' && route.path === '/'));
  return plugin;
}
