import {
  listCampaigns,
  publicLinks,
  type CampaignProgress,
  type Ledger,
  type LedgerHold,
  type SenderIdentity,
} from '@nachra/delivery';
import type { IssueDetail, IssueSummary, Page } from '../../../shared/desk';
import { boundStages, followingStages, mayHappen } from '../../../shared/stages';
import type { Approvals } from '../campaigns/approvals/approvals';
import type { Campaigns } from '../campaigns/start/open-campaigns';
import { tellingFirst } from '../../../shared/campaign-order';
import { concerns, reachedBy, toSummary, withFigures } from '../campaigns/progress/summaries';
import { findingIn, obstacleIn } from '../common/words/obstacle-words';
import type { DeskLanguage } from '../common/words/words-of';
import { keptSetAside, type ApprovalRecord } from '../content/documents/approval';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { BrandDocument } from '../content/documents/brand';
import { existingIssue, issueUnknown } from '../content/documents/existing-issue';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import type { JournalStore } from '../content/documents/journal-store';
import { checkIssue } from '../editions/check-issue';
import { digestOfShown } from '../editions/content-digest';
import type { Editions } from '../editions/editions';
import type { Reviews } from '../reviews/reviews';
import type { SetAsides } from '../reviews/set-asides';
import { locateFindings } from '../editions/obstacles';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { endedApproval } from './ended-approval';
import { editionSummary } from './issue-preview';

/** What the desk's views of issues are read from. */
interface DeskViewDependencies {
  issues: IssueStore;
  editions: Editions;
  records: ApprovalStore;
  entries: Pick<JournalStore, 'each'>;
  approvals: Pick<Approvals, 'barTo'>;
  campaigns: Pick<Campaigns, 'waiting'>;
  reviews: Pick<Reviews, 'describe' | 'untold'>;
  setAsides: Pick<SetAsides, 'among'>;
  ledger: Ledger;
  hold: () => LedgerHold | null;
  publicUrl: string;
  readBrand: () => Promise<BrandDocument>;
  follow: () => Promise<void>;
}

/** The issues of one page of the desk, newest number first, each with the campaign of its number that tells most of it. */
export async function pageOfIssues(
  { issues, ledger, readBrand }: DeskViewDependencies,
  request: { page: number; pageSize: number },
): Promise<Page<IssueSummary>> {
  const { rows, total } = await issues.page(request);
  const { newsletterTitle = '' } = await readBrand();
  const campaigns = await listCampaigns(ledger, {
    issueNumbers: [...new Set(rows.map((row) => row.number))],
  });
  const summaries = await Promise.all(
    rows.map(async (row) => {
      const own = campaigns.filter(
        (campaign) => campaign.issueNumber === row.number && concerns(campaign, row),
      );
      return summaryOf(row, newsletterTitle, await withFigures(ledger, own));
    }),
  );
  return { rows: summaries, ...request, total };
}

/**
 * Everything the desk shows of one issue: of an approved one what was approved, from its record, and of any other what its
 * drafts give and what is in the way. The stage is of the same moment as the campaigns: to render takes seconds, in which both
 * may move, and an issue would be scheduled beside a campaign that is cancelled.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`
 */
export async function issueDetail(
  desk: DeskViewDependencies,
  documentId: string,
  person: Person,
): Promise<IssueDetail> {
  const detail = await detailOf(desk, documentId, person);
  if (followingStages.includes(detail.stage)) await desk.follow();
  const { stage } = await existingIssue(desk.issues, documentId);
  return stage === detail.stage ? detail : detailOf(desk, documentId, person);
}

async function detailOf(
  desk: DeskViewDependencies,
  documentId: string,
  person: Person,
): Promise<IssueDetail> {
  const { issues, ledger, publicUrl } = desk;
  const { issue, brand, content, ...standing } = await standingOf(desk, documentId, person);
  const ofNumber = await listCampaigns(ledger, { issueNumbers: [issue.number] });
  const campaigns = await withFigures(
    ledger,
    ofNumber.filter((campaign) => concerns(campaign, issue)),
  );
  return {
    ...summaryOf(issue, brand.newsletterTitle ?? '', campaigns),
    ...standing,
    review: await desk.reviews.describe(documentId, person, content),
    untold: await desk.reviews.untold(issue, person),
    hold: desk.hold(),
    ended: await endedApproval(desk.entries, issue, campaigns, person),
    siblings: await siblingsOf(issues, issue),
    campaigns: campaigns.map((campaign) => toSummary(campaign, issue.language)),
    correction: correctionSummary(issue),
    waiting: await desk.campaigns.waiting(issue),
    may: {
      edit: person.may('desk.edit'),
      approve: person.may('issue.approve'),
      send: person.may('campaign.send'),
      manageAudience: person.may('audience.manage'),
    },
    publicUrl: publicLinks(publicUrl).issue(issue.number, issue.language),
  };
}

/** The other languages of an issue's number, as the desk leads to them. */
export async function siblingsOf(
  issues: Pick<IssueStore, 'ofNumber'>,
  issue: Pick<IssueHead, 'documentId' | 'number'>,
): Promise<IssueDetail['siblings']> {
  const others = (await issues.ofNumber(issue.number)).filter((one) => one.documentId !== issue.documentId);
  return others.map(({ documentId, language, stage }) => ({ documentId, language, stage }));
}

type Standing = Pick<
  IssueDetail,
  'edition' | 'findings' | 'obstacles' | 'sender' | 'approval' | 'approvalBar'
> & {
  issue: IssueHead;
  brand: BrandDocument;
  /** Digest of what is in review; null once it is approved. */
  content: string | null;
};

async function standingOf(desk: DeskViewDependencies, documentId: string, person: Person): Promise<Standing> {
  const { stage } = await existingIssue(desk.issues, documentId);
  const approval = boundStages.includes(stage) ? await desk.records.standing(documentId) : null;
  return approval === null
    ? draftStanding(desk, documentId, person)
    : approvedStanding(desk, approval, person.language);
}

async function draftStanding(
  { approvals, editions, publicUrl, setAsides }: DeskViewDependencies,
  documentId: string,
  person: Person,
): Promise<Standing> {
  const check = await checkIssue(editions, documentId, publicUrl);
  if (check === null) throw issueUnknown();
  const { issue, brand, edition, sender } = check.shown;
  const { language } = person;
  const findings = await setAsides.among(documentId, check.findings);
  const isAsked = person.may('issue.approve') && mayHappen('approve', issue.stage);
  const bar = isAsked ? await approvals.barTo(check.shown, person) : null;
  return {
    ...{ issue, brand, approval: null, content: digestOfShown(check.shown) },
    approvalBar: bar && {
      code: 'FOUR_EYES',
      data: bar,
      message: new Refusal('FOUR_EYES', bar).sentenceIn(language),
    },
    findings: findings.map((located) => findingIn(located, language)),
    obstacles: check.obstacles.map((fact) => obstacleIn(fact, language)),
    edition: edition && editionSummary(edition, sender),
    sender: sender && senderSummary(sender),
  };
}

async function approvedStanding(
  { editions }: DeskViewDependencies,
  approval: ApprovalRecord,
  language: DeskLanguage,
): Promise<Standing> {
  const sources = await editions.sourcesOf(approval.issue);
  if (sources === null) throw issueUnknown();
  const { issue, brand, draft } = sources.shown;
  const { seal, edition, sender, acknowledgements, setAside: kept, approvedByName, approvedAt } = approval;
  return {
    ...{ issue, brand, content: null, obstacles: [], approvalBar: null },
    findings: locateFindings(approval.findings, { draft, documentId: approval.issue }).map((located) => {
      const aside = keptSetAside(kept, located.key);
      const mustAcknowledge = located.mustAcknowledge && aside?.carriedFrom == null;
      return findingIn({ ...located, mustAcknowledge, setAside: aside }, language);
    }),
    edition: editionSummary(edition, sender),
    sender: senderSummary(sender),
    approval: {
      hash: seal,
      by: approvedByName,
      at: approvedAt.toISOString(),
      acknowledged: acknowledgements.map(({ key, rule, by }) => ({ key, rule, by: by.name })),
      setAside: kept.length,
    },
  };
}

function summaryOf(issue: IssueHead, title: string, campaigns: readonly CampaignProgress[]): IssueSummary {
  const [shown, ...others] = tellingFirst(campaigns).map((one) => toSummary(one, issue.language));
  return {
    documentId: issue.documentId,
    number: issue.number,
    title,
    subject: issue.subject ?? '',
    language: issue.language,
    stage: issue.stage,
    periodLabel: issue.periodLabel ?? '',
    publicationDate: issue.publicationDate ?? '',
    updatedAt: issue.updatedAt,
    campaign: shown ?? null,
    otherSends: reachedBy(others),
  };
}

function correctionSummary({ correction }: IssueHead): IssueDetail['correction'] {
  if (correction === null) return null;
  const { round, reason, by, at } = correction;
  return { round, reason, by, at };
}

function senderSummary({ fromName, fromAddress, replyTo }: SenderIdentity): IssueDetail['sender'] {
  return { name: fromName, address: fromAddress, replyTo: replyTo ?? null };
}
