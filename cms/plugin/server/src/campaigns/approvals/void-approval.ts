import type { ContentTransactions } from '../../common/content-transactions';
import type { Actor, Journal } from '../../common/journal';
import { Refusal } from '../../common/refusal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { MoveStage } from '../../content/stage/move-stage';
import { stopCampaigns, type StoppingDependencies } from './stop-campaigns';

/** What an approval is ended with. */
interface VoidingDependencies extends StoppingDependencies, Pick<ContentTransactions, 'transaction'> {
  issues: Pick<IssueStore, 'inStages' | 'lock'>;
  records: Pick<ApprovalStore, 'standingHead' | 'claim' | 'end'>;
  journal: Pick<Journal, 'record'>;
  moveStage: MoveStage;
}

/** One write to what issues are made of, as it is told to whoever finds an approval ended by it. */
export interface ApprovalCause {
  /** The content type, or `plugin::upload.file`. */
  type: string;
  /** What was done, by its name in Strapi's document service. */
  action: string;
  documentId: string | null;
  title: string | null;
  /** Names of the fields that changed, where that is known. */
  fields?: string[];
  /** The revision that the write has left, of a document that has revisions. */
  revision?: number | null;
}

/** Why an approval ends: something was changed, known or not, or sending was released after a restore. */
interface Told {
  because?: 'released';
  what?: ApprovalCause | undefined;
}

/** An issue whose approval is to end. */
export interface StaleApproval {
  issue: IssueHead;
  /** The approval that was judged, by its name: one that was given since is another. Null for whichever stands. */
  approval: string | null;
}

/**
 * Ends the approval of an issue that has reached nobody, stops its campaign, and puts on record what ended it and which sends
 * are cancelled by it. In one transaction. Does nothing where readers have the edition already, or where the approval is over.
 *
 * @throws {Refusal} `STAGE_REFUSED` when its campaign has just begun and reached nobody yet: then the change does not stand
 */
export async function voidApproval(
  dependencies: VoidingDependencies,
  { issue, approval }: StaleApproval,
  by: Actor,
  { because, what }: Told,
): Promise<void> {
  const { issues, records, journal, moveStage, transaction, now } = dependencies;
  const { documentId, number, language } = issue;
  // Its campaign began meanwhile: then it goes on, and the change that would have ended the approval does not stand.
  const hasBegun = async () =>
    (await issues.inStages(['sending'])).some((other) => other.documentId === documentId);
  await transaction(async () => {
    await issues.lock(documentId);
    const record = await records.standingHead(documentId);
    const isOver = record !== null && !(await records.claim(record.name));
    if (isOver || (approval !== null && record?.name !== approval)) return;
    const { sends, hasReached } = await stopCampaigns(dependencies, issue, by);
    // Readers are getting it already: it follows its campaign, and what becomes of its articles changes nothing of that.
    if (hasReached) return;
    const isMoved = await moveStage(documentId, { event: 'void' });
    if (!isMoved && (await hasBegun()))
      throw new Refusal('STAGE_REFUSED', { number, stage: 'sending', event: 'void' });
    // Withdrawn meanwhile. An issue that was deleted is not moved either, and its approval ends here.
    if (!isMoved && record === null) return;
    await records.end(documentId, 'void', now());
    const cancelled = sends.map(({ id, startAt }) => ({ campaign: id, startAt: startAt.toISOString() }));
    await journal.record({
      ...{ name: 'issue.voided', by, documentId, number, language },
      data: { ...(because && { because }), ...(what && { what }), cancelled },
    });
  });
}
