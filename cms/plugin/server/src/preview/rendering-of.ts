import type { Core } from '@strapi/strapi';
import type { Desk } from '../desk/desk';
import { articleEdition } from './article-edition';
import type { PreviewDependencies } from './routes';

/** Wires the preview's pages to the desk's editions and to the admin's users. */
export function previewDependencies(strapi: Core.Strapi, desk: Desk): PreviewDependencies {
  const { editions, issues, linkSecret, publicUrl, now } = desk;
  return {
    linkSecret,
    publicUrl,
    now,
    renderingOf: ({ kind, documentId, version }) =>
      kind === 'issue'
        ? editions.ofIssue(documentId, 'draft')
        : articleEdition({ strapi, issues, editions, publicUrl, now }, documentId, version),
    async isActive(userId) {
      const count = await strapi.db
        .query('admin::user')
        .count({ where: { id: userId, isActive: true, blocked: { $not: true } } });
      return count === 1;
    },
  };
}
