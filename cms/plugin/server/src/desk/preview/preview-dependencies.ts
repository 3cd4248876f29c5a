import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { shownEdition, type ShownEditionDependencies } from '../../campaigns/approvals/shown-edition';
import type { BrandDocument } from '../../content/documents/brand';
import type { IssueStore } from '../../content/documents/issue-store';
import { articleEdition } from '../../editions/article-edition';
import type { Editions } from '../../editions/editions';
import type { RenderTasks } from '../../editions/render-thread';
import { mayStillSee } from './may-see';
import type { PreviewDependencies } from './preview-routes';

/** What is open of the desk, as far as previews use it. */
interface OpenDesk extends ShownEditionDependencies {
  editions: Editions;
  showRendition: RenderTasks['show'];
  issues: IssueStore;
  linkSecret: string;
  publicUrl: string;
  defaultLanguage: Language;
  readBrand: () => Promise<BrandDocument>;
  now: () => Date;
}

/** Wires the preview's pages to the desk's editions and to the admin's users. */
export function previewDependencies(strapi: Core.Strapi, desk: OpenDesk): PreviewDependencies {
  const { editions, issues, linkSecret, publicUrl, defaultLanguage, readBrand, now } = desk;
  return {
    linkSecret,
    publicUrl,
    defaultLanguage,
    now,
    showRendition: desk.showRendition,
    renderingOf: ({ kind, documentId, version }) =>
      kind === 'issue'
        ? shownEdition(desk, documentId)
        : articleEdition({ strapi, issues, editions, readBrand, publicUrl, now }, documentId, version),
    maySee: (grant) => mayStillSee(strapi, grant),
  };
}
