import path from 'node:path';
import { checkEdition, InvalidIssueError, parseIssue, type Finding, type Issue } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueDocument } from '../content/documents/issue';
import type { ArticleVersion, IssueStore } from '../content/documents/issue-store';
import type { AssetStore } from './asset-store';
import { openPictureFiles } from './picture-files';
import { createRender, type Render, type Rendering } from './render-cache';
import { toIssue, type IssueDraft } from './to-issue';

/** An issue as it stands, and what it is rendered from. */
export interface IssueSource {
  issue: IssueDocument;
  brand: BrandDocument;
  draft: IssueDraft;
}

/** An issue as it stands, and what rendering it gives. */
export type IssueRendering = Rendering & IssueSource;

/** One issue twice: with its articles as drafted, which the desk shows, and as published, which may be sent. */
export interface Versions<Version> {
  shown: Version;
  published: Version;
}

/** Editions of issues; preview, approval, test and campaign all come through here. */
export interface Editions {
  /**
   * Renders an issue with its articles as drafted (what the desk shows) or as published (what may be sent).
   *
   * @returns null when there is no such issue
   */
  ofIssue(documentId: string, version: ArticleVersion): Promise<IssueRendering | null>;
  /** Renders both versions of an issue; null when there is no such issue. */
  versionsOf(documentId: string): Promise<Versions<IssueRendering> | null>;
  /** Reads both versions without rendering them, to compare them with what was read before. */
  sourcesOf(documentId: string): Promise<Versions<IssueSource> | null>;
  /**
   * What the full preflight finds in an issue as shown: compared with the number before and with the other languages of
   * its own, as far as these can be rendered at all.
   */
  findingsOf(shown: IssueRendering): Promise<Finding[]>;
  render: Render;
}

/**
 * @param publicUrl where the public pages stand; relative addresses in articles become absolute with it
 * @param assets gets to know every picture that is drawn or embedded, so that previews can show it
 */
export function openEditions(
  strapi: Pick<Core.Strapi, 'dirs'>,
  issues: Pick<IssueStore, 'find' | 'before' | 'ofNumber'>,
  readBrand: () => Promise<BrandDocument>,
  publicUrl: string,
  assets: Pick<AssetStore, 'remember'>,
): Editions {
  const files = openPictureFiles(path.join(strapi.dirs.static.public, 'uploads'), publicUrl);
  const render = createRender({ publicUrl, assets, files });

  /** Another issue as drafted; null when it is not one yet. */
  async function drafted(documentId: string, brand: BrandDocument): Promise<Issue | null> {
    const issue = await issues.find(documentId, 'draft');
    if (issue === null) return null;
    try {
      return parseIssue(toIssue(issue, brand, publicUrl));
    } catch (error) {
      if (error instanceof InvalidIssueError) return null;
      throw error;
    }
  }

  async function sourceOf(
    documentId: string,
    version: ArticleVersion,
    brand: BrandDocument,
  ): Promise<IssueSource | null> {
    const issue = await issues.find(documentId, version);
    return issue && { issue, brand, draft: toIssue(issue, brand, publicUrl) };
  }

  async function sourcesOf(documentId: string): Promise<Versions<IssueSource> | null> {
    const brand = await readBrand();
    const shown = await sourceOf(documentId, 'draft', brand);
    const published = shown && (await sourceOf(documentId, 'published', brand));
    return published && { shown, published };
  }

  const rendered = async (source: IssueSource): Promise<IssueRendering> => ({
    ...source,
    ...(await render(source.draft, source.brand.images)),
  });

  return {
    render,
    sourcesOf,
    async versionsOf(documentId) {
      const sources = await sourcesOf(documentId);
      return (
        sources && { shown: await rendered(sources.shown), published: await rendered(sources.published) }
      );
    },
    async findingsOf({ issue, brand, draft, edition }) {
      if (edition === null) return [];
      const before = await issues.before(issue.number, issue.language);
      const previous = before && (await drafted(before.documentId, brand));
      const others = (await issues.ofNumber(issue.number)).filter(
        ({ language }) => language !== issue.language,
      );
      const siblings = await Promise.all(others.map(({ documentId }) => drafted(documentId, brand)));
      return checkEdition(parseIssue(draft), edition, {
        ...(previous ? { previous } : {}),
        siblings: siblings.filter((sibling) => sibling !== null),
        installation: publicUrl,
      });
    },
    async ofIssue(documentId, version) {
      const source = await sourceOf(documentId, version, await readBrand());
      return source && rendered(source);
    },
  };
}
