import type { Ledger } from '@nachra/delivery';
import type { RefusalData, RequestOf } from '../../../../shared/desk';
import { approvedStages } from '../../../../shared/stages';
import { actorOf, system, type Actor, type Journal, type JournalPoint } from '../../common/journal';
import type { Person } from '../../common/person';
import { Refusal } from '../../common/refusal';
import { findingIn, obstacleIn } from '../../common/words/obstacle-words';
import type { Writer } from '../../common/writer';
import type { Acknowledgement, KeptSetAside } from '../../content/documents/approval';
import type { ApprovalStore } from '../../content/documents/approval-store';
import { existingIssue, issueUnknown } from '../../content/documents/existing-issue';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { MoveStage } from '../../content/stage/move-stage';
import type { AssetStore } from '../../editions/asset-store';
import { checkIssue, type Approvable, type Check } from '../../editions/check-issue';
import type { Editions, IssueSource, Versions } from '../../editions/editions';
import type { ContentTransactions } from '../../common/content-transactions';
import type { LocatedFinding } from '../../common/obstacle';
import type { SetAsides } from '../../reviews/set-asides';
import { openAskFirst, type AskFirst } from './questions';
import { judgeFourEyes, type FourEyesDependencies } from './four-eyes';
import { freezeEdition } from './frozen-edition';
import { assertMayWithdraw, mayWithdraw } from './may-withdraw';
import { moveOrRefuse } from './move-or-refuse';
import type { StoppingDependencies } from './stop-campaigns';
import { openSubmissions, type SubmissionDependencies, type Submissions } from './submissions';
import { assertContent, isApproved, staleAmong, voidEach } from './stale-approvals';
import { voidApproval, type ApprovalCause, type StaleApproval } from './void-approval';

/** What approvals are decided with. */
export interface ApprovalsDependencies
  extends
    FourEyesDependencies,
    SubmissionDependencies,
    Pick<StoppingDependencies, 'stops'>,
    Pick<ContentTransactions, 'transaction' | 'afterwards' | 'afterWriters'> {
  issues: IssueStore;
  editions: Editions;
  assets: Pick<AssetStore, 'keep' | 'keepForeign' | 'find'>;
  records: ApprovalStore;
  setAsides: Pick<SetAsides, 'among'>;
  journal: Journal;
  moveStage: MoveStage;
  ledger: Ledger;
  publicUrl: string;
  now: () => Date;
}

/** What a person names when approving: the seal of the edition on the screen, the findings that she has taken note of, and all that she saw set aside. */
type Consent = RequestOf<'approveIssue'>['body'];

/** What persons decide about an issue before it is sent, and what an edit does to that. */
export interface Approvals extends AskFirst, Submissions {
  /**
   * Approves what the seal names, if the issue's content still gives it, shown and published: freezes its bytes, pictures and
   * sender in a record that a campaign is made from.
   *
   * @throws {Refusal} `APPROVAL_REFUSED`, `EDITION_CHANGED`, `ACKNOWLEDGEMENT_MISSING`, `SET_ASIDE_CHANGED`, `FOUR_EYES`, `STAGE_REFUSED`
   */
  approve(documentId: string, consent: Consent, person: Person): Promise<void>;
  /**
   * Makes a change to content and judges every approval by what is there before and after it, in one transaction: those whose
   * content is not what was approved any more are void, and a campaign that waits to send one is stopped first. Once more after the commit. Renders nothing.
   *
   * @param writer who changes it; null for a script, which may do everything
   * @param cause what was changed, asked once it is done: it is told where an approval ended by it
   * @param together what is taken from issues by the same request: she is asked about all of it at once
   * @throws {Refusal} `APPROVAL_PROTECTED` when the writer may not take an approval back, `APPROVAL_ENDS` when she wants to be asked
   *   before she does; nothing is changed then
   */
  guarded<Result>(
    writer: Writer | null,
    change: () => Promise<Result>,
    cause: () => ApprovalCause | null,
    together?: readonly string[],
  ): Promise<Result>;
  /**
   * Takes back every approval that does not hold any more: in the writer's name where she may take it back, else in nobody's.
   *
   * @param writer whoever has just changed something; null for a script
   * @param what she has changed, where that is known
   */
  voidStale(writer: Writer | null, what?: ApprovalCause): Promise<void>;
  /**
   * Ends every approval that nothing has been sent from: after a restore nobody knows whether it was sent since the backup.
   *
   * @param by who lets sending go on
   * @param since whoever has approved after this point of the journal knew of the restore
   */
  endUnsent(by: Actor, since: JournalPoint): Promise<void>;
  /** What would keep somebody from approving what an issue is made of, whatever she acknowledges; null when nothing would. */
  barTo(source: IssueSource, person: Person): Promise<RefusalData['FOUR_EYES'] | null>;
  /** The approved issues, and what each is made of: for who asks whether a picture is in use. */
  inForce(): Promise<{ issue: IssueHead; sources: Versions }[]>;
}

export function openApprovals(dependencies: ApprovalsDependencies): Approvals {
  const { issues, editions, assets, records, setAsides, reviews, journal, ledger, now } = dependencies;
  const { transaction, afterwards, publicUrl } = dependencies;
  const questions = openAskFirst({ issues, records, ledger, now });

  const staleOf = (approved: readonly IssueHead[]) => staleAmong(dependencies, approved);

  const voidOne = (stale: StaleApproval, by: Actor, told: Parameters<typeof voidApproval>[3] = {}) =>
    voidApproval(dependencies, stale, by, told);

  const voidStale = async (writer: Writer | null, what?: ApprovalCause): Promise<void> =>
    voidEach(await staleOf(await issues.inStages(approvedStages)), (one) =>
      voidOne(one, writer !== null && mayWithdraw(writer, one.issue) ? writer.actor : system, { what }),
    );

  async function keep(check: Check, approvable: Approvable, consent: Consent, by: Person) {
    const { issue, draft } = check.shown;
    const { documentId, number, language } = issue;
    const { seal, content, sender } = approvable;
    const frozen = await freezeEdition(assets, approvable.edition, draft, publicUrl);
    const [actor, at] = [actorOf(by), now()];
    const acknowledgements = check.findings.flatMap(({ key, finding, mustAcknowledge }): Acknowledgement[] =>
      mustAcknowledge && consent.acknowledged.includes(key)
        ? [{ key, rule: finding.rule, by: actor, at: at.toISOString() }]
        : [],
    );
    await transaction(async () => {
      await assertContent(dependencies, documentId, content);
      await moveOrRefuse(dependencies, documentId, { event: 'approve', by, hash: seal, at });
      // After the move: whatever she did to the issue before it is on record by now. What is saved from here on nobody has approved.
      const journalEntry = await journal.lastEntry();
      const { outcome: fourEyes, bar, contained } = await judgeFourEyes(dependencies, check.shown, by);
      if (bar !== null) throw new Refusal('FOUR_EYES', bar);
      const setAside = (await setAsides.among(documentId, check.findings)).flatMap(setAsideIn);
      if (!isSame(setAside, consent.setAside)) throw new Refusal('SET_ASIDE_CHANGED', {});
      await records.end(documentId, 'replaced', at);
      await records.add({
        ...{ issue: documentId, number, language, seal, content, sender },
        ...{ fourEyes, contained, acknowledgements, setAside },
        ...{ ...frozen, findings: check.findings.map(({ finding }) => finding) },
        ...{ approvedById: actor.id, approvedByName: actor.name, approvedAt: at, journalEntry },
      });
      const data = {
        ...{ seal, fourEyes, acknowledged: acknowledgements.map(({ key }) => key) },
        setAside: setAside.map(({ key }) => key),
      };
      await journal.record({ name: 'issue.approved', by: actor, documentId, number, language, data });
      await reviews.approved(issue, by, at);
    });
  }

  return {
    ...openSubmissions(dependencies),

    async approve(documentId, consent, by) {
      const check = await checkIssue(editions, documentId, publicUrl);
      if (check === null) throw issueUnknown();
      const { approvable, findings } = check;
      const obstacles = check.obstacles.map((fact) => obstacleIn(fact, by.language));
      if (obstacles.length > 0) throw new Refusal('APPROVAL_REFUSED', { obstacles });
      if (approvable?.seal !== consent.hash) throw new Refusal('EDITION_CHANGED', { since: 'seen' });
      const missing = (await setAsides.among(documentId, findings))
        .filter(({ key, mustAcknowledge }) => mustAcknowledge && !consent.acknowledged.includes(key))
        .map((located) => findingIn(located, by.language));
      if (missing.length > 0) throw new Refusal('ACKNOWLEDGEMENT_MISSING', { findings: missing });
      await keep(check, approvable, consent, by);
      // An edit that was saved between the check and the move saw no approval to void.
      const issue = await existingIssue(issues, documentId);
      if (isApproved(issue)) await voidEach(await staleOf([issue]), (one) => voidOne(one, system));
    },

    async guarded(writer, change, cause, together = []) {
      return transaction(async () => {
        // Before the change: one that is deleted by it had an approval too.
        const approved = await issues.inStages(approvedStages);
        const staleBefore = await staleOf(approved);
        const changed = await change();
        const others = approved.filter((one) => !staleBefore.some(({ issue }) => issue === one));
        const stale = await staleOf(others);
        stale.forEach(({ issue }) => assertMayWithdraw(writer, issue));
        if (stale.length > 0) {
          const held = (await issues.holding(together)).map(({ documentId }) => documentId);
          const ends = (one: IssueHead) => stale.some(({ issue }) => issue === one);
          const ending = approved.filter((one) => ends(one) || held.includes(one.documentId));
          await questions.askBeforeEnding(writer, ending);
        }
        const told = { what: cause() ?? undefined };
        for (const one of stale) await voidOne(one, writer?.actor ?? system, told);
        // An approval given meanwhile saw the content of before. And what was stale before the change.
        await afterwards(() => voidStale(writer));
        return changed;
      });
    },
    ...questions,
    voidStale,
    async endUnsent(by, since) {
      for (const issue of await issues.inStages(['approved'])) {
        const [last] = await records.past(issue.documentId);
        const at = new Date(issue.approvedAt ?? 0);
        const isBefore =
          since.entry === null || last?.entry == null ? at < since.at : last.entry < since.entry;
        if (isBefore)
          await voidEach([{ issue, approval: null }], (one) => voidOne(one, by, { because: 'released' }));
      }
    },
    async barTo(source, person) {
      return (await judgeFourEyes(dependencies, source, person)).bar;
    },
    async inForce() {
      const found = [];
      for (const issue of await issues.inStages(approvedStages)) {
        const sources = await editions.sourcesOf(issue.documentId);
        if (sources !== null) found.push({ issue, sources });
      }
      return found;
    },
  };
}

/** Pure. */
function setAsideIn({ key, finding, setAside }: LocatedFinding): KeptSetAside[] {
  return setAside === null ? [] : [{ key, rule: finding.rule, ...setAside }];
}

/** Whether these are what a person saw; two findings may be set aside by one decision. Pure. */
function isSame(kept: readonly KeptSetAside[], seen: readonly number[]): boolean {
  const ids = new Set(kept.map(({ id }) => id));
  return ids.size === new Set(seen).size && seen.every((id) => ids.has(id));
}
