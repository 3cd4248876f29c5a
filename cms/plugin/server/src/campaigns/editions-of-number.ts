import type { Edition } from '@nachra/renderer';
import type { BrandDocument } from '../documents/brand';
import type { IssueHead } from '../documents/issue';
import type { IssueStore } from '../documents/issue-store';
import { checkIssue } from '../editions/check';
import type { Editions } from '../editions/editions';
import type { DeskLanguage } from '../words';
import { Refusal } from '../refusal';
import { issueUnknown } from '../stages/stages';

/** Everything of a number that is approved, and whose brand it carries. */
export interface ApprovedNumber {
  issue: IssueHead;
  brand: BrandDocument;
  /** One edition per approved language; the issue's own is always among them. */
  editions: Partial<Record<IssueHead['language'], Edition>>;
}

/**
 * Gathers what a campaign of this issue carries: its edition and those of the number's other approved languages, each
 * compared again with what was approved.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`; `NOT_APPROVED`; `EDITION_CHANGED` when any of them is not what was approved
 */
export async function approvedNumber(
  dependencies: { issues: IssueStore; editions: Editions },
  documentId: string,
  language: DeskLanguage,
): Promise<ApprovedNumber> {
  const { issues, editions } = dependencies;
  const shown = await editions.ofIssue(documentId, 'draft');
  if (shown === null) throw issueUnknown();
  const { issue, brand } = shown;
  if (issue.stage !== 'approved') {
    throw new Refusal('NOT_APPROVED', { number: issue.number, stage: issue.stage });
  }
  const approved = (await issues.ofNumber(issue.number)).filter(({ stage }) => stage === 'approved');
  const gathered: ApprovedNumber['editions'] = {};
  for (const sibling of approved) {
    const check = await checkIssue(editions, sibling.documentId, language);
    if (!check?.approvable || check.approvable.hash !== sibling.approvedHash) throw changed(sibling);
    gathered[sibling.language] = check.approvable;
  }
  return { issue, brand, editions: gathered };
}

function changed({ number, language }: IssueHead): Refusal {
  return new Refusal('EDITION_CHANGED', { since: 'approved', number, language });
}
