import { campaignOfEdition, type Ledger } from '@nachra/delivery';
import type { RefusalData } from '../../../../shared/desk';
import { waitsForCampaign } from '../../../../shared/stages';
import { Refusal } from '../../common/refusal';
import type { Writer } from '../../common/writer';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';

/** What whoever wants to be asked is told before a write, by a refusal that changes nothing; nobody else is refused. */
export interface AskFirst {
  /** Names the issues that contain what is to be deleted. @throws {Refusal} `DELETION_HELD` */
  askBeforeDeleting(writer: Writer | null, documentIds: readonly string[]): Promise<void>;
  /** Names the issues whose approval would end. @throws {Refusal} `APPROVAL_ENDS` */
  askBeforeEnding(writer: Writer | null, ending: readonly IssueHead[]): Promise<void>;
}

interface EndingDependencies {
  records: Pick<ApprovalStore, 'standingHead'>;
  ledger: Ledger;
  now: () => Date;
}

interface AskingDependencies extends EndingDependencies {
  issues: Pick<IssueStore, 'holding'>;
}

export function openAskFirst(dependencies: AskingDependencies): AskFirst {
  const told = async (issues: readonly IssueHead[]) => ({
    issues: await Promise.all(issues.map((issue) => whatEnds(dependencies, issue))),
  });
  return {
    async askBeforeDeleting(writer, documentIds) {
      if (!writer?.asksFirst) return;
      const holding = await dependencies.issues.holding(documentIds);
      if (holding.length > 0) throw new Refusal('DELETION_HELD', await told(holding));
    },
    async askBeforeEnding(writer, ending) {
      if (writer?.asksFirst && ending.length > 0) throw new Refusal('APPROVAL_ENDS', await told(ending));
    },
  };
}

/** What a change would end: the issue, and when one that is scheduled was to leave. */
export async function whatEnds(
  { records, ledger, now }: EndingDependencies,
  { documentId, number, language, stage }: IssueHead,
): Promise<RefusalData['APPROVAL_ENDS']['issues'][number]> {
  const approval = waitsForCampaign(stage) ? await records.standingHead(documentId) : null;
  const edition = { number, language, approval: approval?.name ?? '' };
  const waiting = approval === null ? null : await campaignOfEdition(ledger, edition, now());
  return { documentId, number, language, stage, startAt: waiting?.startAt.toISOString() ?? null };
}
