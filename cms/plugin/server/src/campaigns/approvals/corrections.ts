import { uids } from '../../../../shared/uids';
import { actorOf } from '../../common/journal';
import type { Person } from '../../common/person';
import { Refusal } from '../../common/refusal';
import { existingIssue } from '../../content/documents/existing-issue';
import type { RevisionHistory } from '../../content/revisions/history';
import type { ApprovalsDependencies } from './approvals';
import { moveOrRefuse } from './move-or-refuse';
import { stopCampaigns } from './stop-campaigns';

/** What corrections are decided with. */
type CorrectionsDependencies = Pick<
  ApprovalsDependencies,
  'issues' | 'records' | 'journal' | 'ledger' | 'moveStage' | 'transaction' | 'afterwards' | 'stops' | 'now'
> & { history: Pick<RevisionHistory, 'changedSince'> };

/** What persons decide about an issue that readers have. */
export interface Corrections {
  /**
   * Takes an issue that was sent back to drafting, to be corrected. Its subject is marked from now on, and it is approved anew.
   * What a further campaign has still to send of the wrong edition does not leave.
   *
   * @throws {Refusal} `STAGE_REFUSED`
   */
  begin(documentId: string, reason: string, person: Person): Promise<void>;
  /**
   * Takes back a correction that was begun by mistake: the issue is what was sent, and stands there again.
   *
   * @throws {Refusal} `CORRECTION_UNKNOWN` when none was begun; `CORRECTION_EDITED` when the issue itself was changed for it, so
   *   that it is not what readers have any more; `STAGE_REFUSED`
   */
  takeBack(documentId: string, person: Person): Promise<void>;
}

export function openCorrections(dependencies: CorrectionsDependencies): Corrections {
  const { issues, records, journal, transaction, history, now } = dependencies;
  return {
    async begin(documentId, reason, by) {
      const issue = await existingIssue(issues, documentId);
      const { number, language, revision, correction: before } = issue;
      const round = (before?.round ?? 0) + 1;
      const correction = { round, reason, by: by.name, at: now().toISOString(), revision, before };
      await transaction(async () => {
        await moveOrRefuse(dependencies, documentId, { event: 'correct', by, correction });
        await stopCampaigns(dependencies, issue, actorOf(by), 'all');
        await records.end(documentId, 'corrected', now());
        const entry = { by: actorOf(by), documentId, number, language, data: { round, reason } };
        await journal.record({ ...entry, name: 'issue.corrected' });
      });
    },

    async takeBack(documentId, by) {
      const { number, language, correction } = await existingIssue(issues, documentId);
      if (correction === null) throw new Refusal('CORRECTION_UNKNOWN', { number });
      await transaction(async () => {
        await issues.lock(documentId);
        const record = await records.reopen(documentId);
        if (record === null) throw new Refusal('CORRECTION_UNKNOWN', { number });
        const approval = { hash: record.seal, by: record.approvedByName, at: record.approvedAt };
        const move = { event: 'uncorrect', by, correction: correction.before, approval } as const;
        await moveOrRefuse(dependencies, documentId, move);
        // After the move: a save that was faster is seen here, and a later one finds an issue that is locked.
        const fields = await history.changedSince(uids.issue, documentId, correction.revision);
        if (fields === null || fields.length > 0)
          throw new Refusal('CORRECTION_EDITED', { number, fields: fields ?? [] });
        const data = { round: correction.round };
        const entry = { by: actorOf(by), documentId, number, language, data };
        await journal.record({ ...entry, name: 'issue.uncorrected' });
      });
    },
  };
}
