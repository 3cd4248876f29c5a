import type { Core } from '@strapi/strapi';
import { removeReplacedRoles } from './accounts/replace-roles';

export default {
  bootstrap: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => removeReplacedRoles(strapi),
};
