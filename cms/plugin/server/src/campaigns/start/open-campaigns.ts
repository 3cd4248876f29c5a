import { existingIssue } from '../../content/documents/existing-issue';
import {
  campaignProgress,
  cancelCampaign,
  countAudience,
  decideDeliveries,
  eachDelivery,
  freezeCampaign,
  listCampaigns,
  pauseCampaign,
  resumeCampaign,
  type Actor,
  type CampaignProgress,
  type Decision,
  type DecisionResult,
  type DeliveryFilter,
  type Ledger,
} from '@nachra/delivery';
import { oneAtATime } from '../../common/at-most-at-once';
import type { AudiencePreview, IssueDetail } from '../../../../shared/desk';
import type { AudienceStore } from '../../content/documents/audience-store';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { ReaderMemory } from '../../content/documents/reader-memory';
import type { JournalStore } from '../../content/documents/journal-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { AssetStore } from '../../editions/asset-store';
import type { Editions } from '../../editions/editions';
import { actorOf } from '../../common/journal';
import type { Person } from '../../common/person';
import type { EventLog } from '../../common/log';
import { Refusal } from '../../common/refusal';
import { candidatesOf, peopleToday, previewOf, type Choice } from '../audience/audience';
import { forgottenReaders } from '../audience/forgotten-readers';
import { waitingToday } from '../audience/waiting-today';
import type { BrandDocument } from '../../content/documents/brand';
import { keyFor, ofApproval } from './campaign-key';
import { forgottenOfNumber } from './forgotten-of-number';
import { approvedNumber, isCarried, mayBeSent, roundsOf } from './editions-of-number';
import { pieceWhereApproved, type StandingEditionsDependencies } from './standing-editions';

/** What campaigns need from the rest of the plugin. */
interface CampaignsDependencies extends StandingEditionsDependencies {
  issues: IssueStore;
  editions: Pick<Editions, 'sourcesOf'>;
  records: Pick<ApprovalStore, 'standing' | 'claim'>;
  assets: Pick<AssetStore, 'holds' | 'find'>;
  audience: AudienceStore;
  /** Who got which edition, should the ledger be lost. */
  readers: ReaderMemory;
  /** What was sent is remembered here too, should the ledger be lost. */
  entries: Pick<JournalStore, 'each'>;
  log: EventLog;
  /** Its default language is what readers without an edition of their own get, where a person decides so. */
  readBrand: () => Promise<Pick<BrandDocument, 'defaultLanguage'>>;
  now: () => Date;
  /** Has the content remember a campaign's recipients and the ledger's position, without which it does not leave. */
  witness: (campaignId: string) => Promise<void>;
  /** Why nothing could be sent at all: no mail server is set, or sending is held. Null when all is well. */
  cannotSend: () => Refusal | null;
  /** Brings the stages of the issues in line with a campaign that has just changed. */
  follow: () => Promise<void>;
  /** Tells the worker that there is something to send. */
  wake: () => void;
}

export interface Campaigns {
  preview(documentId: string, choice: Choice): Promise<AudiencePreview>;
  /** Who waits for an issue in its language; null when nobody does. */
  waiting(issue: IssueHead): Promise<IssueDetail['waiting']>;
  start(
    documentId: string,
    request: Choice & { startAt: Date | null },
    person: Person,
  ): Promise<CampaignProgress>;
  progress(campaignId: string): Promise<CampaignProgress>;
  pause(campaignId: string, person: Person): Promise<CampaignProgress>;
  resume(campaignId: string, person: Person): Promise<CampaignProgress>;
  cancel(campaignId: string, person: Person): Promise<CampaignProgress>;
  /** Settles doubts or sends again; see the ledger's `decideDeliveries`. */
  decide(
    campaignId: string,
    decision: Decision,
    which: { deliveryIds: string[] } | DeliveryFilter,
    person: Person,
  ): Promise<DecisionResult>;
}

/** Campaigns as the desk decides on them. The ledger freezes and counts; this is the desk's side of it. */
export function openCampaigns(dependencies: CampaignsDependencies): Campaigns {
  const { issues, audience, ledger, log, now, follow, wake, readBrand } = dependencies;

  async function progress(campaignId: string): Promise<CampaignProgress> {
    const campaign = await campaignProgress(ledger, campaignId, now());
    if (campaign === null) throw new Refusal('CAMPAIGN_UNKNOWN', { campaignId });
    return campaign;
  }

  async function change(
    act: (ledger: Ledger, id: string, by: Actor, now: Date) => Promise<unknown>,
    event: string,
    campaignId: string,
    person: Person,
  ) {
    await progress(campaignId);
    await act(ledger, campaignId, actorOf(person), now());
    log.info({ event, campaign: campaignId, by: person.id }, 'A person changed the course of a campaign.');
    await follow();
    wake();
    return progress(campaignId);
  }

  async function start(
    documentId: string,
    request: Choice & { startAt: Date | null },
    person: Person,
  ): Promise<CampaignProgress> {
    const startAt = startOf(request.startAt, now());
    const earlier = await listCampaigns(ledger, { issueId: documentId });
    const wanted = await existingIssue(issues, documentId);
    const key = keyFor(wanted, earlier);
    // The second of two clicks finds the issue on its way already: it gets the first one's campaign, not a refusal.
    const repeated =
      earlier.find((campaign) => campaign.key === key) ??
      (mayBeSent(wanted) ? null : ofApproval(wanted, earlier));
    if (repeated) return progress(repeated.id);

    const refusal = dependencies.cannotSend();
    if (refusal) throw refusal;
    const { issue, title, ...carried } = await approvedNumber(dependencies, documentId);
    const candidates = await candidatesOf(audience, request);
    const { defaultLanguage } = await readBrand();
    const offer = { rounds: carried.rounds, defaultLanguage };
    const frozen = await freezeCampaign(
      ledger,
      {
        key,
        issueId: issue.documentId,
        issueNumber: issue.number,
        issueTitle: title,
        by: actorOf(person),
        startAt,
        defaultLanguage,
        ...carried,
        missing: request.missing,
        forgotten: await forgottenReaders(dependencies, issue.number, offer),
        correction: issue.correction ?? undefined,
        audience: { listIds: request.listIds, segmentIds: request.segmentIds },
        candidates,
        people: await peopleToday(audience),
        awaitsWitness: true,
        // What leaves at once was looked at just now.
        awaitsPictures: startAt > now(),
      },
      now(),
    );
    if (frozen.kind === 'nobody') {
      // A button that is pressed again when all is over starts nothing: everybody has it.
      const sent = ofApproval(issue, earlier);
      if (sent?.status === 'complete') return progress(sent.id);
      throw new Refusal('NO_RECIPIENTS', { candidates: frozen.candidates });
    }
    const { campaignId, created } = frozen;
    await dependencies.witness(campaignId);
    if (created)
      log.info(
        { event: 'campaign.start', campaign: campaignId, issue: documentId, by: person.id },
        'A campaign was started.',
      );
    await follow();
    wake();
    const campaign = await progress(campaignId);
    // Somebody took an approval back while the audience was read and frozen: the witness has stopped it.
    if (created && campaign.status === 'cancelled') {
      await approvedNumber(dependencies, documentId);
      throw new Refusal('EDITION_CHANGED', {
        since: 'approved',
        number: issue.number,
        language: issue.language,
      });
    }
    return campaign;
  }

  return {
    async preview(documentId, choice) {
      const issue = await existingIssue(issues, documentId);
      const candidates = await candidatesOf(audience, choice);
      const people = await peopleToday(audience);
      const siblings = await issues.ofNumber(issue.number);
      // The issue itself is counted before it is approved too: a person looks whom it will reach.
      const carried = siblings.filter((other) => isCarried(other) || other.documentId === documentId);
      const { defaultLanguage } = await readBrand();
      const editions = { rounds: roundsOf(carried), defaultLanguage };
      const forgotten = await forgottenReaders(dependencies, issue.number, editions);
      const offer = { ...editions, missing: choice.missing, forgotten };
      const count = await countAudience(ledger, candidates, { issueNumber: issue.number, people, ...offer });
      return previewOf(count, offer);
    },

    waiting: (issue) => waitingToday(dependencies, issue),
    start: oneAtATime(start),
    progress,
    pause: (id, person) => change(pauseCampaign, 'campaign.pause', id, person),
    resume: (id, person) => change(resumeCampaign, 'campaign.resume', id, person),
    cancel: (id, person) => change(cancelCampaign, 'campaign.cancel', id, person),

    async decide(campaignId, decision, which, person) {
      const { issueNumber: number } = await progress(campaignId);
      const deliveryIds =
        'deliveryIds' in which ? which.deliveryIds : await idsOf(eachDelivery(ledger, campaignId, which));
      const approvedOnly = async () => ({
        people: await peopleToday(audience),
        forgotten: await forgottenOfNumber(dependencies, number),
        whileApproved: await pieceWhereApproved(dependencies, { campaignId, number }, deliveryIds),
      });
      const decided = { campaignId, deliveryIds, decision, by: actorOf(person), now: now() };
      const approved = decision === 'send-again' ? await approvedOnly() : {};
      const result = await decideDeliveries(ledger, { ...decided, ...approved });
      log.info(
        { event: 'campaign.decide', campaign: campaignId, decision, ...result, by: person.id },
        'A person decided about deliveries.',
      );
      await follow();
      wake();
      return result;
    },
  };
}

async function idsOf(deliveries: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of deliveries) ids.push(id);
  return ids;
}

/** How far in the past a start time may be: clocks differ by a minute, but an hour ago is a typing mistake. */
const tolerance = 60_000;

function startOf(wanted: Date | null, now: Date): Date {
  if (wanted === null || wanted.getTime() - now.getTime() > 0) return wanted ?? now;
  if (now.getTime() - wanted.getTime() <= tolerance) return now;
  throw new Refusal('START_IN_PAST', {});
}
