import type { Core } from '@strapi/strapi';
import { registerPermissions } from './permissions/register';

/** The plugin's server side; its parts are registered here as they land. */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await registerPermissions(strapi);
  },
};
