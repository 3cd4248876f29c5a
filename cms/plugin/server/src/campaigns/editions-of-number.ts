import type { SenderIdentity } from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import { mayHappen } from '../../../shared/stages';
import { Refusal } from '../common/refusal';
import type { ApprovalRecord } from '../content/documents/approval';
import type { ApprovalStore } from '../content/documents/approval-store';
import { existingIssue } from '../content/documents/existing-issue';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import type { AssetStore } from '../editions/asset-store';
import { contentDigest } from '../editions/content-digest';
import type { Editions } from '../editions/editions';
import { approvedEdition } from './frozen-edition';

/** What the approvals of a number are read from. */
interface ApprovedNumberDependencies {
  issues: Pick<IssueStore, 'head' | 'ofNumber'>;
  editions: Pick<Editions, 'sourcesOf'>;
  records: Pick<ApprovalStore, 'standing'>;
  assets: Pick<AssetStore, 'holds' | 'find'>;
}

/** Everything of a number that is approved. */
interface ApprovedNumber {
  issue: IssueHead;
  /** The one that was approved with the issue's own edition. */
  sender: SenderIdentity;
  /** One edition per approved language; the issue's own is always among them. */
  editions: Partial<Record<IssueHead['language'], Edition>>;
}

/**
 * Gathers what a campaign of this issue carries, from the records of the approvals: its edition and those of the number's
 * other approved languages, each judged again by its content. Nothing is rendered.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`; `NOT_APPROVED`; `EDITION_CHANGED` when any of them is not what was approved; `PICTURE_LOST`
 */
export async function approvedNumber(
  dependencies: ApprovedNumberDependencies,
  documentId: string,
): Promise<ApprovedNumber> {
  const { issues, assets } = dependencies;
  const issue = await existingIssue(issues, documentId);
  if (!mayBeSent(issue)) {
    throw new Refusal('NOT_APPROVED', { number: issue.number, stage: issue.stage });
  }
  const { sender } = await standing(dependencies, issue);
  const gathered: ApprovedNumber['editions'] = {};
  for (const sibling of (await issues.ofNumber(issue.number)).filter(mayBeSent)) {
    gathered[sibling.language] = await approvedEdition(assets, await standing(dependencies, sibling));
  }
  return { issue, sender, editions: gathered };
}

/** @throws {Refusal} `EDITION_CHANGED` */
async function standing(
  { editions, records }: ApprovedNumberDependencies,
  issue: IssueHead,
): Promise<ApprovalRecord> {
  const record = await records.standing(issue.documentId);
  const sources = record && (await editions.sourcesOf(issue.documentId));
  if (sources && contentDigest(sources) === record.content) return record;
  throw new Refusal('EDITION_CHANGED', {
    since: 'approved',
    number: issue.number,
    language: issue.language,
  });
}

/** Whether a campaign may take the issue up: it is approved, and none has it. Pure. */
export function mayBeSent({ stage }: IssueHead): boolean {
  return mayHappen('schedule', stage);
}
