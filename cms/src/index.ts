import type { Core } from '@strapi/strapi';
import { arrangeEditViews } from './views/arrange';
import { ensureRoles } from './roles/ensure';
import { guardDocuments } from './validation/guard';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    guardDocuments(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await ensureRoles(strapi);
    await arrangeEditViews(strapi);
  },
};
