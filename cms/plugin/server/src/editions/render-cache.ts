import { createHash } from 'node:crypto';
import {
  InvalidIssueError,
  issueRenderer,
  parseIssue,
  pictureAddresses,
  type Edition,
  type ImagesOption,
  type Issue,
  type IssueProblem,
} from '@nachra/renderer';
import type { AssetStore } from './asset-store';
import { assetsPath } from './public-paths';
import type { PictureFiles } from './picture-files';
import type { IssueDraft } from './to-issue';

/** The result of rendering: an edition, or what keeps the issue from being one. */
export type Rendering =
  { edition: Edition; problems: [] } | { edition: null; problems: readonly IssueProblem[] };

/** Renders drafts of issues, their pictures linked or embedded. */
export type Render = (draft: IssueDraft, images: ImagesOption['mode']) => Promise<Rendering>;

/** Where the pictures of an edition come from and where they are to be found. */
interface PicturePlaces {
  /** Where mails find what is linked. */
  publicUrl: string;
  assets: Pick<AssetStore, 'remember'>;
  files: PictureFiles;
}

/**
 * Makes a renderer that remembers its last results by the content they were made of. The desk asks for the same edition
 * again and again (detail, preview, approval, test), MJML takes a few hundred milliseconds, and the same content always
 * gives the same bytes, so nothing can go stale.
 *
 * @param capacity editions kept; one is a few hundred kilobytes
 */
export function createRender({ publicUrl, assets, files }: PicturePlaces, capacity = 24): Render {
  // Most of what the desk asks for is an issue in which one article has changed.
  const render = issueRenderer();

  async function renderAndRemember(issue: Issue, images: ImagesOption): Promise<Rendering> {
    const edition = await render(issue, { images });
    assets.remember(edition);
    return { edition, problems: [] };
  }

  /** A file may be replaced under the same name, so embedded files are read each time and compared by their bytes. */
  async function waysOf(issue: Issue, mode: ImagesOption['mode']): Promise<ImagesOption> {
    return mode === 'linked'
      ? { mode, assetBase: `${publicUrl}${assetsPath}` }
      : { mode, files: await files(pictureAddresses(issue)) };
  }

  const kept = new Map<string, Promise<Rendering>>();
  return async (draft, mode) => {
    const { issue, problems } = read(draft);
    if (issue === null) return { edition: null, problems };
    const images = await waysOf(issue, mode);
    const key = keyOf(issue, images);
    const rendering = kept.get(key) ?? renderAndRemember(issue, images);
    // Deleting and setting again moves the entry to the end: a Map keeps its order, the first is the oldest.
    kept.delete(key);
    kept.set(key, rendering);
    rendering.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= capacity) break;
      kept.delete(oldest);
    }
    return rendering;
  };
}

function keyOf(issue: Issue, images: ImagesOption): string {
  const hash = createHash('sha256').update(JSON.stringify([issue, images.mode]));
  if (images.mode === 'embedded') {
    for (const [address, bytes] of images.files ?? [])
      hash.update(JSON.stringify([address, createHash('sha256').update(bytes).digest('hex')]));
  }
  return hash.digest('hex');
}

function read(
  draft: IssueDraft,
): { issue: Issue; problems: [] } | { issue: null; problems: readonly IssueProblem[] } {
  try {
    return { issue: parseIssue(draft), problems: [] };
  } catch (error) {
    if (error instanceof InvalidIssueError) return { issue: null, problems: error.problems };
    throw error;
  }
}
