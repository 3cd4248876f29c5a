import { publicLinks } from '@nachra/delivery';
import {
  InvalidIssueError,
  notChecked,
  parseIssue,
  pictureAddresses,
  type Comparison,
  type Edition,
  type Finding,
  type ImagesOption,
  type Issue,
  type IssueProblem,
} from '@nachra/renderer';
import type { AssetStore } from './asset-store';
import { TaskTooLong, type RenderPool } from './render-pool';
import { resultsByContent } from '../common/results-by-content';
import type { IssueDraft } from './to-issue';

/** The result of rendering: an edition, or what keeps the issue from being one. */
export type Rendering =
  { edition: Edition; problems: [] } | { edition: null; problems: readonly IssueProblem[] };

/** Renders drafts of issues, their pictures linked or embedded. */
export type Render = (draft: IssueDraft, images: ImagesOption['mode']) => Promise<Rendering>;

/** Runs the full preflight over an edition. */
export type CheckEdition = (issue: Issue, edition: Edition, comparison: Comparison) => Promise<Finding[]>;

/** Where an edition is rendered, where its pictures come from and where they are to be found. */
interface RenderParts {
  pool: Pick<RenderPool, 'render'>;
  /** Where mails find what is linked. */
  publicUrl: string;
  assets: Pick<AssetStore, 'remember' | 'find'>;
}

/** What cannot be rendered in time is refused like what is not an issue: it has to be made smaller. */
export const tooMuch: IssueProblem = { path: '', code: 'too-much', values: {} };

/** Larger pictures are not embedded: twelve of them would be a hundred megabytes. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Makes a renderer that remembers its last results by the content they were made of. The desk asks for the same edition
 * again and again (detail, preview, approval, test), and MJML takes a few hundred milliseconds.
 *
 * @param capacity editions kept; one is a few hundred kilobytes
 */
export function createRender({ publicUrl, assets, pool }: RenderParts, capacity = 24): Render {
  const { assets: assetBase } = publicLinks(publicUrl);

  async function renderAndRemember(issue: Issue, mode: ImagesOption['mode']): Promise<Rendering> {
    const images: ImagesOption =
      mode === 'linked' ? { mode, assetBase } : { mode, files: await filesOf(issue) };
    try {
      const edition = await pool.render({ issue, images });
      assets.remember(edition);
      return { edition, problems: [] };
    } catch (error) {
      if (!(error instanceof TaskTooLong)) throw error;
      return { edition: null, problems: [tooMuch] };
    }
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

  const remembered = resultsByContent<Rendering>(capacity, ({ problems }) => problems.length === 0);
  return async (draft, mode) => {
    const { issue, problems } = read(draft);
    if (issue === null) return { edition: null, problems };
    // Pictures are named by their content, so the issue alone says what is rendered.
    return remembered([issue, mode], () => renderAndRemember(issue, mode));
  };
}

/**
 * Makes a full preflight that remembers its last findings by all that was compared. A check that would take too long says so
 * by a finding, which an approval has to name, beside those of the quick rules.
 *
 * @param capacity lists of findings kept
 */
export function createCheck(pool: Pick<RenderPool, 'check'>, capacity = 24): CheckEdition {
  const remembered = resultsByContent<Finding[]>(
    capacity,
    (findings) => !findings.some(({ rule }) => rule === notChecked.rule),
  );
  return (issue, edition, comparison) =>
    remembered([issue, edition.hash, comparison], async () => {
      try {
        return await pool.check({ issue, edition, comparison });
      } catch (error) {
        if (!(error instanceof TaskTooLong)) throw error;
        return [...edition.findings, notChecked];
      }
    });
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
