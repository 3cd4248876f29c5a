import { createHash } from 'node:crypto';
import {
  InvalidIssueError,
  parseIssue,
  renderIssue,
  type Edition,
  type IssueProblem,
} from '@nachra/renderer';
import { assetsPath, type AssetStore } from './asset-store';
import type { IssueDraft } from './to-issue';

/** What rendering yields: an edition, or what keeps the issue from being one. */
export type Rendering =
  { edition: Edition; problems: [] } | { edition: null; problems: readonly IssueProblem[] };

/** Renders drafts of issues. */
export type Render = (draft: IssueDraft) => Promise<Rendering>;

/**
 * Makes a renderer that remembers its last results by the content they were made of. The desk asks for the same edition
 * again and again (detail, preview, approval, test), MJML takes a few hundred milliseconds, and the same content always
 * gives the same bytes, so nothing can go stale.
 *
 * @param publicUrl where mails find the pictures that were drawn for them
 * @param capacity editions kept; one is a few hundred kilobytes
 */
export function createRender(publicUrl: string, assets: Pick<AssetStore, 'remember'>, capacity = 24): Render {
  async function renderAndRemember(draft: IssueDraft): Promise<Rendering> {
    const rendering = await render(draft, `${publicUrl}${assetsPath}`);
    if (rendering.edition) assets.remember(rendering.edition);
    return rendering;
  }

  const kept = new Map<string, Promise<Rendering>>();
  return (draft) => {
    const key = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
    const rendering = kept.get(key) ?? renderAndRemember(draft);
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

async function render(draft: IssueDraft, assetBase: string): Promise<Rendering> {
  try {
    const images = { mode: 'linked', assetBase } as const;
    return { edition: await renderIssue(parseIssue(draft), { images }), problems: [] };
  } catch (error) {
    if (error instanceof InvalidIssueError) return { edition: null, problems: error.problems };
    throw error;
  }
}
