import type { Core } from '@strapi/strapi';
import { removeReplacedRoles } from './accounts/replace-roles';
import { readUploads } from './doors/read-uploads';

export default {
  register: ({ strapi }: { strapi: Core.Strapi }): void => readUploads(strapi),
  bootstrap: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => removeReplacedRoles(strapi),
};
