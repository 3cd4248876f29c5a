import type { Ledger } from '@nachra/delivery';
import { Refusal } from '../../common/refusal';
import type { Writer } from '../../common/writer';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import { whatEnds } from './void-approval';

/** What whoever wants to be asked is told before a write, by a refusal that changes nothing; nobody else is refused. */
export interface AskFirst {
  /** Names the issues that contain what is to be deleted. @throws {Refusal} `DELETION_HELD` */
  askBeforeDeleting(writer: Writer | null, documentIds: readonly string[]): Promise<void>;
  /** Names the issues whose approval would end. @throws {Refusal} `APPROVAL_ENDS` */
  askBeforeEnding(writer: Writer | null, ending: readonly IssueHead[]): Promise<void>;
}

export function openAskFirst(issues: Pick<IssueStore, 'holding'>, ledger: Ledger): AskFirst {
  return {
    async askBeforeDeleting(writer, documentIds) {
      if (!writer?.asksFirst) return;
      const holding = await issues.holding(documentIds);
      if (holding.length > 0) throw new Refusal('DELETION_HELD', { issues: await whatEnds(ledger, holding) });
    },
    async askBeforeEnding(writer, ending) {
      if (writer?.asksFirst && ending.length > 0)
        throw new Refusal('APPROVAL_ENDS', { issues: await whatEnds(ledger, ending) });
    },
  };
}
