import path from 'node:path';
import { InvalidIssueError, parseIssue, subjectProposed, type Finding, type Issue } from '@nachra/renderer';
import { publicLinks, type SenderIdentity } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueDocument } from '../content/documents/issue';
import type { ArticleVersion, IssueStore } from '../content/documents/issue-store';
import { boundStages } from '../../../shared/stages';
import type { AssetStore } from './asset-store';
import { picturesIn } from './bind-pictures';
import type { PictureCopies } from './copy-pictures';
import type { CutStore } from './cut-store';
import { layOver, type Overlays } from './live/lay-over';
import { rememberStored } from './live/stored-content';
import { openPictureBinder } from './picture-binder';
import type { ImagesMode } from './picture-files';
import { weightsOf } from './picture-weights';
import { createCheck, createRender, type Render, type Rendering } from './render-cache';
import type { RenderPool } from './render-pool';
import type { LiveEdition } from './render-thread';
import { readSender } from './sender';
import { toIssue, untranslated, type IssueDraft } from './to-issue';

/** An issue as it stands, and what its mail is made from: its pictures are named by their content. */
export interface IssueSource {
  issue: IssueDocument;
  brand: BrandDocument;
  draft: IssueDraft;
  /** Null while the brand does not say enough. */
  sender: SenderIdentity | null;
}

/** An issue as it stands, and what rendering it gives. */
export type IssueRendering = Rendering & IssueSource;

/** One issue twice: with its articles as drafted, which the desk shows, and as published, which may be sent. */
export interface Versions<Shown extends IssueSource = IssueSource> {
  shown: Shown;
  published: IssueSource;
}

/** What is shown of an issue while it is written, and the draft that it is shown of. */
export interface LiveRendering extends LiveEdition {
  draft: IssueDraft;
}

/** A picture that readers might not get, or not as it was approved. */
export interface PictureAmiss {
  /** JSON path in the draft. */
  path: string;
  address: string;
  /** Whether it lies on another server, or is ours and its file is missing or of a kind that is not served. */
  reason: 'foreign' | 'missing';
}

/** Editions of issues; preview, approval, test and campaign all come through here. */
export interface Editions {
  /**
   * Renders an issue with its articles as drafted (what the desk shows) or as published (what may be sent).
   *
   * @returns null when there is no such issue
   */
  ofIssue(documentId: string, version: ArticleVersion): Promise<IssueRendering | null>;
  /** Reads both versions of an issue and renders the one that is shown; null when there is no such issue. */
  versionsOf(documentId: string): Promise<Versions<IssueRendering> | null>;
  /** Reads both versions without rendering anything, to compare their content. */
  sourcesOf(documentId: string): Promise<Versions | null>;
  /** Addresses of an issue's pictures that lie on other servers, copied or not. */
  foreignPictures(documentId: string): Promise<string[]>;
  /** The pictures of a draft that the asset store does not hold, or that lie on another server. */
  picturesAmiss(draft: IssueDraft): Promise<PictureAmiss[]>;
  /**
   * What the full preflight finds in an issue as shown: compared with the number before and with the other languages of
   * its own, as far as these can be rendered at all; and with those that seem to be its own under another number. And whether it
   * may have been sent already without anybody here knowing.
   */
  findingsOf(shown: IssueRendering): Promise<Finding[]>;
  /**
   * An issue with what is typed over it, for the screen of whoever types: what is not complete stands in it as far as it can be shown.
   * Pictures are linked, also where they will be embedded.
   *
   * @returns null when there is no such issue
   */
  live(documentId: string, overlays: Overlays): Promise<LiveRendering | null>;
  /** The same of a draft that was made up. */
  liveOf(draft: IssueDraft): Promise<LiveRendering>;
  /** Renders a draft that was made up, its pictures bound to their content first. */
  render: Render;
}

/** What nobody has written since a program prepared the number. */
function unwritten({ subject, proposedSubject }: IssueDocument): Finding[] {
  return subject !== undefined && subject === proposedSubject ? [subjectProposed(subject)] : [];
}

/**
 * @param publicUrl where the public pages stand; relative addresses in articles become absolute with it
 * @param assets keeps every picture that an edition names, so that previews and readers find it
 */
export function openEditions(
  strapi: Pick<Core.Strapi, 'dirs' | 'documents' | 'db'>,
  issues: Pick<IssueStore, 'find' | 'draftRow' | 'read' | 'inLanguage' | 'ofNumber' | 'strays'>,
  readBrand: () => Promise<BrandDocument>,
  publicUrl: string,
  assets: Pick<AssetStore, 'remember' | 'holds' | 'find' | 'keepPicture'>,
  cuts: CutStore,
  pool: Pick<RenderPool, 'render' | 'check' | 'live'>,
  forgottenSends: (issue: IssueDocument) => Promise<Finding[]>,
): Editions {
  const render = createRender({ publicUrl, assets, pool });
  const check = createCheck(pool);
  const links = publicLinks(publicUrl);

  const uploads = path.join(strapi.dirs.static.public, 'uploads');
  const bound = openPictureBinder({ uploads, publicUrl, assets, cuts });

  /** Another issue as drafted; null when it is not one yet. */
  async function drafted(documentId: string, brand: BrandDocument): Promise<Issue | null> {
    const issue = await issues.find(documentId, 'draft');
    if (issue === null) return null;
    try {
      return parseIssue(await bound(toIssue(issue, brand, publicUrl), brand.images, issue.pictureCopies));
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
    if (issue === null) return null;
    const draft = await bound(toIssue(issue, brand, publicUrl), brand.images, issue.pictureCopies);
    return { issue, brand, draft, sender: readSender(brand, publicUrl).sender };
  }

  async function sourcesOf(documentId: string): Promise<Versions | null> {
    const brand = await readBrand();
    const shown = await sourceOf(documentId, 'draft', brand);
    const published = shown && (await sourceOf(documentId, 'published', brand));
    return published && { shown, published };
  }

  const rendered = async (source: IssueSource): Promise<IssueRendering> => ({
    ...source,
    ...(await render(source.draft, source.brand.images)),
  });

  const storedOf = rememberStored(strapi, async (documentId) => {
    const [brand, row] = await Promise.all([readBrand(), issues.draftRow(documentId)]);
    return row && { brand, row };
  });

  async function live(documentId: string, overlays: Overlays): Promise<LiveRendering | null> {
    const stored = await storedOf(documentId);
    if (stored === null) return null;
    const { brand, row } = stored;
    const issue = issues.read(await layOver(strapi, row, overlays));
    return shownLive(toIssue(issue, brand, publicUrl), brand.images, issue.pictureCopies);
  }

  /** @param mode how the mail will have its pictures */
  async function shownLive(
    typed: IssueDraft,
    mode: ImagesMode,
    copies?: PictureCopies,
  ): Promise<LiveRendering> {
    const linked = await bound(typed, 'linked', copies);
    // What is set aside names pictures as the mail will have them.
    const draft = mode === 'linked' ? linked : await bound(typed, mode, copies);
    const images = { mode: 'linked', assetBase: links.assets } as const;
    const shown = await pool.live({ draft: linked, images });
    if (shown.edition) assets.remember(shown.edition);
    return { draft, ...shown };
  }

  return {
    live,
    liveOf: (draft) => shownLive(draft, 'linked'),
    render: async (draft, mode) => render(await bound(draft, mode), mode),
    sourcesOf,
    async versionsOf(documentId) {
      const sources = await sourcesOf(documentId);
      return sources && { ...sources, shown: await rendered(sources.shown) };
    },
    async foreignPictures(documentId) {
      const issue = await issues.find(documentId, 'draft');
      const pictures = issue ? picturesIn(toIssue(issue, await readBrand(), publicUrl)) : [];
      const addresses = pictures.map(({ address }) => address);
      return [...new Set(addresses)].filter(
        (address) => /^https?:/.test(address) && !address.startsWith(`${publicUrl}/`),
      );
    },
    async picturesAmiss(draft) {
      const amiss: PictureAmiss[] = [];
      const base = links.asset('');
      for (const { path: place, address } of picturesIn(draft)) {
        const isKept = address.startsWith(base) && (await assets.holds(address.slice(base.length)));
        const reason = address.startsWith(`${publicUrl}/`) ? 'missing' : 'foreign';
        if (!isKept) amiss.push({ path: place, address, reason });
      }
      return amiss;
    },
    async findingsOf({ issue, brand, draft, edition }) {
      if (edition === null) return [];
      const earlier = (await issues.inLanguage(issue.language)).filter(({ number }) => number < issue.number);
      // What readers have, or will have as it is; a number that was given up is none of it.
      const left = earlier.find(
        ({ stage, correction }) => boundStages.includes(stage) || correction !== null,
      );
      const before = left ?? earlier[0];
      const previous = before && (await drafted(before.documentId, brand));
      const others = (await issues.ofNumber(issue.number)).filter(
        ({ language }) => language !== issue.language,
      );
      const related = [...others, ...(await issues.strays(issue))];
      const siblings = await Promise.all(related.map(({ documentId }) => drafted(documentId, brand)));
      const whole = parseIssue(draft);
      const found = await check(whole, edition, {
        ...(previous ? { previous } : {}),
        siblings: siblings.filter((sibling) => sibling !== null),
        installation: publicUrl,
        weights: await weightsOf(whole, assets, links.asset('')),
      });
      const told = left ? found : found.filter(({ rule }) => rule !== 'article-in-previous');
      return [...(await forgottenSends(issue)), ...unwritten(issue), ...untranslated(issue), ...told];
    },
    async ofIssue(documentId, version) {
      const source = await sourceOf(documentId, version, await readBrand());
      return source && rendered(source);
    },
  };
}
