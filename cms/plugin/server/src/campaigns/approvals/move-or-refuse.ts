import { Refusal } from '../../common/refusal';
import { existingIssue } from '../../content/documents/existing-issue';
import type { MoveStage, StageMove } from '../../content/stage/move-stage';
import type { IssueStore } from '../../content/documents/issue-store';

/**
 * Moves an issue by a person's decision. Of two people who press a button at once, the second is told.
 *
 * @throws {Refusal} `STAGE_REFUSED` when the issue does not stand where the event can happen
 */
export async function moveOrRefuse(
  { issues, moveStage }: { issues: Pick<IssueStore, 'head'>; moveStage: MoveStage },
  documentId: string,
  move: StageMove,
): Promise<void> {
  if (await moveStage(documentId, move)) return;
  const { number, stage } = await existingIssue(issues, documentId);
  throw new Refusal('STAGE_REFUSED', { number, stage, event: move.event });
}
