import { waitsForCampaign } from '../../../../shared/stages';
import { Refusal } from '../../common/refusal';
import type { Writer } from '../../common/writer';
import type { IssueHead } from '../../content/documents/issue';

/**
 * Whether somebody may take an approval back by a change: whoever may approve an approved one, and send a scheduled one.
 *
 * @throws {Refusal} `APPROVAL_PROTECTED`
 */
export function assertMayWithdraw(writer: Pick<Writer, 'may'> | null, issue: IssueHead): void {
  const { number, language, stage } = issue;
  if (writer === null || mayWithdraw(writer, issue)) return;
  throw new Refusal('APPROVAL_PROTECTED', { number, language, stage });
}

/** The same as a question. Pure. */
export function mayWithdraw(writer: Pick<Writer, 'may'>, { stage }: IssueHead): boolean {
  return writer.may(waitsForCampaign(stage) ? 'campaign.send' : 'issue.approve');
}
