import type { Edition, IssueProblem } from '@nachra/renderer';
import { boundStages } from '../../../../shared/stages';
import type { SenderIdentity } from '@nachra/delivery';
import { Refusal } from '../../common/refusal';
import { obstacleIn } from '../../common/words/obstacle-words';
import type { DeskLanguage } from '../../common/words/words-of';
import type { ApprovalRecord } from '../../content/documents/approval';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { BrandDocument } from '../../content/documents/brand';
import { issueUnknown } from '../../content/documents/existing-issue';
import type { IssueHead } from '../../content/documents/issue';
import type { AssetStore } from '../../editions/asset-store';
import type { Editions } from '../../editions/editions';
import { problemObstacles } from '../../editions/obstacles';
import type { IssueDraft } from '../../editions/to-issue';
import { approvedEdition } from './frozen-edition';

/** What an issue's edition is read from. */
export interface ShownEditionDependencies {
  editions: Pick<Editions, 'ofIssue' | 'sourcesOf'>;
  records: Pick<ApprovalStore, 'standing'>;
  assets: Pick<AssetStore, 'holds' | 'find'>;
}

/** The edition of an issue as people are shown it. */
export interface ShownEdition {
  issue: IssueHead;
  brand: BrandDocument;
  draft: IssueDraft;
  sender: SenderIdentity | null;
  edition: Edition | null;
  problems: readonly IssueProblem[];
  /** The approval it comes from; null while it is a draft. */
  approval: ApprovalRecord | null;
}

/**
 * The edition that an issue stands for: the one that was approved, from its record, as soon as there is an approval; before
 * that, what its drafts give now. So the desk, the previews and the tests show what leaves, after an update of templates too.
 *
 * @returns null when there is no such issue
 */
export async function shownEdition(
  { editions, records, assets }: ShownEditionDependencies,
  documentId: string,
): Promise<ShownEdition | null> {
  const sources = await editions.sourcesOf(documentId);
  if (sources === null) return null;
  const { shown } = sources;
  const approval = boundStages.includes(shown.issue.stage) ? await records.standing(documentId) : null;
  if (approval !== null) {
    const { sender } = approval;
    return { ...shown, sender, edition: await approvedEdition(assets, approval), problems: [], approval };
  }
  const rendering = await editions.ofIssue(documentId, 'draft');
  return rendering && { ...rendering, approval: null };
}

/**
 * The same for whoever has no use for an issue without an edition.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`, `ISSUE_INVALID`
 */
export async function existingEdition(
  dependencies: ShownEditionDependencies,
  documentId: string,
  language: DeskLanguage,
): Promise<ShownEdition & { edition: Edition }> {
  const shown = await shownEdition(dependencies, documentId);
  if (shown === null) throw issueUnknown();
  const { edition, problems, draft } = shown;
  if (edition !== null) return { ...shown, edition };
  const obstacles = problemObstacles(problems, { draft, documentId });
  throw new Refusal('ISSUE_INVALID', { obstacles: obstacles.map((fact) => obstacleIn(fact, language)) });
}
