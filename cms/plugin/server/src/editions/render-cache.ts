import { createHash } from 'node:crypto';
import { publicLinks } from '@nachra/delivery';
import {
  InvalidIssueError,
  issueRenderer,
  openMemory,
  parseIssue,
  pictureAddresses,
  type Edition,
  type ImagesOption,
  type Issue,
  type IssueProblem,
} from '@nachra/renderer';
import type { AssetStore } from './asset-store';
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
  assets: Pick<AssetStore, 'remember' | 'find'>;
}

/** Larger pictures are not embedded: twelve of them would be a hundred megabytes. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Makes a renderer that remembers its last results by the content they were made of. The desk asks for the same edition
 * again and again (detail, preview, approval, test), MJML takes a few hundred milliseconds, and the same content always
 * gives the same bytes, so nothing can go stale.
 *
 * @param capacity editions kept; one is a few hundred kilobytes
 */
export function createRender({ publicUrl, assets }: PicturePlaces, capacity = 24): Render {
  // Most of what the desk asks for is an issue in which one article has changed.
  const render = issueRenderer();

  const { assets: assetBase } = publicLinks(publicUrl);

  async function renderAndRemember(issue: Issue, mode: ImagesOption['mode']): Promise<Rendering> {
    const images: ImagesOption =
      mode === 'linked' ? { mode, assetBase } : { mode, files: await filesOf(issue) };
    const edition = await render(issue, { images });
    assets.remember(edition);
    return { edition, problems: [] };
  }

  /** The bytes of the pictures that are bound to their content; the others stay linked. */
  async function filesOf(issue: Issue): Promise<ReadonlyMap<string, Buffer>> {
    const files = new Map<string, Buffer>();
    for (const address of pictureAddresses(issue)) {
      if (!address.startsWith(`${assetBase}/`)) continue;
      const bytes = await assets.find(address.slice(assetBase.length + 1));
      if (bytes !== null && bytes.length <= mostBytes) files.set(address, bytes);
    }
    return files;
  }

  const kept = openMemory<Promise<Rendering>>(capacity);
  return async (draft, mode) => {
    const { issue, problems } = read(draft);
    if (issue === null) return { edition: null, problems };
    // Pictures are named by their content, so the issue alone says what is rendered.
    const key = createHash('sha256')
      .update(JSON.stringify([issue, mode]))
      .digest('hex');
    const known = kept.get(key);
    if (known) return known;
    const rendering = renderAndRemember(issue, mode);
    kept.set(key, rendering);
    rendering.catch(() => kept.delete(key));
    return rendering;
  };
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
