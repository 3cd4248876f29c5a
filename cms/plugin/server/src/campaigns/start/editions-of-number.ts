import type { SenderIdentity } from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import { approvedStages, boundStages, sendableStages } from '../../../../shared/stages';
import { Refusal } from '../../common/refusal';
import type { ApprovalRecord } from '../../content/documents/approval';
import type { ApprovalStore } from '../../content/documents/approval-store';
import { existingIssue } from '../../content/documents/existing-issue';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { AssetStore } from '../../editions/asset-store';
import { hasDigest } from '../../editions/content-digest';
import type { Editions } from '../../editions/editions';
import { approvedEdition } from '../approvals/frozen-edition';

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
  /** Title and sender of the issue's own edition. */
  title: string;
  sender: SenderIdentity;
  /** One edition per approved language; the issue's own is always among them. */
  editions: Partial<Record<IssueHead['language'], Edition>>;
  /** The sender that was approved with each of them. */
  senders: Partial<Record<IssueHead['language'], SenderIdentity>>;
  /** The approval of each of them, by its name. */
  approvals: Partial<Record<IssueHead['language'], string>>;
  /** Which correction each of them is; 0 for none. */
  rounds: Partial<Record<IssueHead['language'], number>>;
}

/**
 * Gathers what a campaign of this issue carries, from the records of the approvals: its edition and those of the number's
 * other languages that are approved, on their way or sent. One that is not sent yet is judged again by its content. Nothing is
 * rendered.
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
  const carried = (await issues.ofNumber(issue.number)).filter(isCarried);
  const { sender, edition } = await standing(dependencies, issue);
  const found: ApprovedNumber = {
    ...{ issue, sender, title: edition.title, rounds: roundsOf(carried) },
    ...{ editions: {}, senders: {}, approvals: {} },
  };
  for (const sibling of carried) {
    const { language } = sibling;
    const record = await standing(dependencies, sibling);
    found.editions[language] = await approvedEdition(assets, record);
    found.senders[language] = record.sender;
    found.approvals[language] = record.name;
  }
  return found;
}

/** @throws {Refusal} `EDITION_CHANGED` */
async function standing(
  { editions, records }: ApprovedNumberDependencies,
  issue: IssueHead,
): Promise<ApprovalRecord> {
  const record = await records.standing(issue.documentId);
  // What was sent stands, whatever has become of its articles since.
  if (record && !approvedStages.includes(issue.stage)) return record;
  const sources = record && (await editions.sourcesOf(issue.documentId));
  if (sources && hasDigest(sources, record.content)) return record;
  throw new Refusal('EDITION_CHANGED', {
    since: 'approved',
    number: issue.number,
    language: issue.language,
  });
}

/** Whether a campaign may be started from the issue: it is approved, or it was sent and goes to the rest. Pure. */
export function mayBeSent({ stage }: IssueHead): boolean {
  return sendableStages.includes(stage);
}

/** Whether a campaign of the number carries the issue's edition. Pure. */
export function isCarried({ stage }: IssueHead): boolean {
  return boundStages.includes(stage);
}

/** The round of each issue's edition, by language. Pure. */
export function roundsOf(issues: readonly IssueHead[]): ApprovedNumber['rounds'] {
  return Object.fromEntries(issues.map(({ language, correction }) => [language, correction?.round ?? 0]));
}
