import {
  campaignOfEdition,
  campaignProgress,
  decideHeldCampaign,
  readHolds,
  recordLostDecision,
  withdrawForgotten,
  type HoldChoice,
  type HoldDecision,
  type JournalDifference,
} from '@nachra/delivery';
import { languages } from '@nachra/renderer';
import type { Holds, LostSend } from '../../../../shared/desk';
import { campaignStatuses } from '../../../../shared/lists';
import { holdChoices, reapprovingHolds, type lostChoices } from '../../../../shared/hold-lists';
import { actorOf, type Actor, type JournalPoint } from '../../common/journal';
import type { EventLog } from '../../common/log';
import type { Person } from '../../common/person';
import { Refusal } from '../../common/refusal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import { existingIssue } from '../../content/documents/existing-issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { JournalStore } from '../../content/documents/journal-store';
import type { MoveStage } from '../../content/stage/move-stage';
import type { LedgerWatch } from '../../ledger-watch/ledger-watch';
import { lostCampaignOf } from '../audience/lost-campaigns';
import { forgottenOfNumber, type ForgottenOfNumberDependencies } from '../start/forgotten-of-number';
import { whereApproved, type StandingEditionsDependencies } from '../start/standing-editions';
import { toSummary } from './summaries';

/** What a person may do while sending is held. */
export interface HoldDecisions {
  read(): Promise<Holds>;
  decide(campaignId: string, choice: HoldChoice, person: Person): Promise<Holds>;
  decideLost(documentId: string, choice: (typeof lostChoices)[number], person: Person): Promise<Holds>;
  release(person: Person): Promise<Holds>;
}

interface HoldsDependencies extends StandingEditionsDependencies, ForgottenOfNumberDependencies {
  issues: IssueStore;
  records: Pick<ApprovalStore, 'standingHead' | 'claim' | 'past'>;
  /** What the ledger has lost is remembered here. */
  entries: Pick<JournalStore, 'each'>;
  moveStage: MoveStage;
  watch: LedgerWatch;
  /** Ends the approvals that nothing was sent from. */
  endUnsent: (by: Actor, since: JournalPoint) => Promise<void>;
  log: EventLog;
  now: () => Date;
  /** Brings the stages of the issues in line with their campaigns, whether the ledger is held or not. */
  follow: () => Promise<void>;
  /** After a decision: bring the stages of the issues in line, and wake the worker. */
  goOn: () => Promise<void>;
}

/** One decision as the desk shows it. */
function toWire({ at, by, choice, status, number, languages: of }: HoldDecision): Holds['decisions'] {
  const known = holdChoices.find((one) => one === choice);
  if (known === undefined) return [];
  const about = {
    status: campaignStatuses.find((one) => one === status) ?? null,
    number,
    languages: languages.filter((one) => of.includes(one)),
  };
  return [{ at: at.toISOString(), by, choice: known, ...about }];
}

function toDifference({ forged, ...counts }: JournalDifference): Holds['journal'] {
  return { ...counts, isForged: forged > 0 };
}

/** The number of the journal's last hold; null where none is copied to it. */
async function entryOfHold(entries: Pick<JournalStore, 'each'>): Promise<number | null> {
  for await (const { id, name } of entries.each({ kind: 'ledger' })) if (name === 'ledger.held') return id;
  return null;
}

/** The desk's side of what the ledger holds: who decided is written down with the decision. */
export function openHoldDecisions(dependencies: HoldsDependencies): HoldDecisions {
  const { issues, records, entries, moveStage, ledger, watch, endUnsent, log, now, follow, goOn } =
    dependencies;

  /** While the ledger is held nothing moves an issue, so what it has lost still stands as it did. */
  async function lostSends(): Promise<LostSend[]> {
    if (watch.hold() === null) return [];
    const lost: LostSend[] = [];
    for (const { documentId, number, language, stage } of await issues.inStages(['scheduled', 'sending'])) {
      const { name: approval = '' } = (await records.standingHead(documentId)) ?? {};
      const campaign = await campaignOfEdition(ledger, { number, language, approval }, now());
      if (campaign === null) lost.push({ documentId, number, language, stage });
    }
    return lost;
  }

  async function read(): Promise<Holds> {
    if (watch.hold() === 'damaged')
      return {
        ...{ hold: 'damaged', heldAt: null, madeAt: null, journal: null },
        ...{ campaigns: [], lostSends: [], undecided: 0, decisions: [] },
      };
    const { hold, heldAt, madeAt, journal, campaigns, undecided, decisions } = await readHolds(ledger);
    const lost = await lostSends();
    const held = await Promise.all(campaigns.map(({ id }) => campaignProgress(ledger, id, now())));
    return {
      hold,
      heldAt: heldAt?.toISOString() ?? null,
      madeAt: madeAt?.toISOString() ?? null,
      journal: journal && toDifference(journal),
      campaigns: held.flatMap((campaign) =>
        campaign === null || campaign.hold === null
          ? []
          : {
              ...{ ...toSummary(campaign), hold: campaign.hold },
              languages: campaign.byLanguage.map(({ language }) => language),
            },
      ),
      lostSends: lost,
      undecided: undecided + lost.length,
      decisions: decisions.flatMap(toWire),
    };
  }

  /** What has to be right before anything may leave. @throws {Refusal} `HOLD_UNDECIDED` */
  async function settle(by: Actor): Promise<void> {
    const { hold, heldAt, undecided } = await readHolds(ledger);
    const count = undecided + (await lostSends()).length;
    if (count > 0) throw new Refusal('HOLD_UNDECIDED', { count });
    // Everything is decided: what was cancelled stands as approved again, and what was approved may have been sent by what is not
    // known here.
    await follow();
    if (!reapprovingHolds.some((one) => one === hold)) return;
    // The hold itself stands in the journal, so what came before it is known whatever the clocks said. Unless the numbers are what is in doubt.
    await watch.witness();
    const entry = hold === 'journal-changed' ? null : await entryOfHold(entries);
    await endUnsent(by, { entry, at: heldAt ?? now() });
  }

  return {
    read,
    async decide(campaignId, choice, person) {
      const carryOut = () =>
        decideHeldCampaign(ledger, { campaignId, choice, by: actorOf(person), now: now() });
      const campaign = choice === 'send-the-rest' ? await campaignProgress(ledger, campaignId, now()) : null;
      // A ledger of before a correction would go on with what was wrong.
      if (campaign === null || campaign.status === 'cancelled') await carryOut();
      else {
        const forgotten = await forgottenOfNumber(dependencies, campaign.issueNumber);
        const { issueNumber: number } = campaign;
        // Only once it may go on: of a decision that is refused nothing remains.
        await whereApproved(dependencies, { campaignId, number }, 'unfinished', async () => {
          if (forgotten) await withdrawForgotten(ledger, campaignId, forgotten, now());
          return carryOut();
        });
      }
      log.info(
        { event: 'hold.decide', campaign: campaignId, choice, by: person.id },
        'A person decided about a held campaign.',
      );
      if (watch.hold() === null) await goOn();
      return read();
    },
    async decideLost(documentId, choice, person) {
      const { number, language } = await existingIssue(issues, documentId);
      const isLost = (await lostSends()).some((lost) => lost.documentId === documentId);
      if (isLost) {
        const by = actorOf(person);
        const [approval] = await records.past(documentId);
        const lost = await lostCampaignOf(dependencies, { documentId, number, language }, approval ?? null);
        const about = { issueId: documentId, number, language, lost };
        await recordLostDecision(ledger, { ...about, choice, by, now: now() });
        await moveStage(
          documentId,
          choice === 'cancel' ? { event: 'release' } : { event: 'finish', at: now() },
        );
      }
      return read();
    },
    async release(person) {
      const hold = watch.hold();
      if (hold === null) return read();
      const by = actorOf(person);
      if (hold !== 'damaged') await settle(by);
      await watch.release(by);
      log.warn({ event: 'hold.release', hold, by: person.id }, 'A person let sending go on.');
      await goOn();
      return read();
    },
  };
}
