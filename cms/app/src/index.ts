import type { Core } from '@strapi/strapi';
import { removeReplacedRoles } from './accounts/replace-roles';
import { believeProxies } from './doors/believe-proxies';
import { drainRequests } from './doors/drain-requests';
import { readUploads } from './doors/read-uploads';
import { settings } from './settings';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    believeProxies(strapi, settings().trustedProxies);
    drainRequests(strapi);
    readUploads(strapi);
  },
  bootstrap: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => removeReplacedRoles(strapi),
};
