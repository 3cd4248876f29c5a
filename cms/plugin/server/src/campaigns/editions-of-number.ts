import { issueUnknown } from '../content/documents/existing-issue';
import type { Edition } from '@nachra/renderer';
import { mayHappen } from '../../../shared/stages';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import { sendable } from '../editions/check-issue';
import type { Editions } from '../editions/editions';
import { Refusal } from '../common/refusal';

/** Everything of a number that is approved, and whose brand it carries. */
interface ApprovedNumber {
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
): Promise<ApprovedNumber> {
  const { issues, editions } = dependencies;
  const own = await editions.versionsOf(documentId);
  if (own === null) throw issueUnknown();
  const { issue, brand } = own.shown;
  if (!mayBeSent(issue)) {
    throw new Refusal('NOT_APPROVED', { number: issue.number, stage: issue.stage });
  }
  const approved = (await issues.ofNumber(issue.number)).filter(mayBeSent);
  const gathered: ApprovedNumber['editions'] = {};
  for (const sibling of approved) {
    const isOwn = sibling.documentId === documentId;
    const versions = isOwn ? own : await editions.versionsOf(sibling.documentId);
    const edition = versions && sendable(versions);
    if (edition === null || edition.hash !== sibling.approvedHash) throw changed(sibling);
    gathered[sibling.language] = edition;
  }
  return { issue, brand, editions: gathered };
}

/** Whether a campaign may take the issue up: it is approved, and none has it. Pure. */
export function mayBeSent({ stage }: IssueHead): boolean {
  return mayHappen('schedule', stage);
}

function changed({ number, language }: IssueHead): Refusal {
  return new Refusal('EDITION_CHANGED', { since: 'approved', number, language });
}
