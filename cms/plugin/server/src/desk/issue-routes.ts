import { issueUnknown } from '../content/documents/existing-issue';
import { listCampaigns, type CampaignProgress } from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import type { EditionPreview, EditionSummary, IssueDetail, IssueSummary, Page } from '../../../shared/desk';
import { toSummary } from '../campaigns/summaries';
import { testSend } from '../campaigns/test-send';
import type { IssueHead } from '../content/documents/issue';
import { checkIssue, type Check } from '../editions/check-issue';
import { obstaclesOf } from '../editions/obstacles';
import { showEdition } from '../editions/show';
import type { Person } from '../common/person';
import { issueUrl } from '../editions/public-paths';
import { Refusal } from '../common/refusal';
import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';

/** Issues as the desk lists and shows them, and what a person decides about one. */
export function issueRoutes(desk: Desk): DeskRoute[] {
  const { approvals } = desk;
  return [
    deskRoute('listIssues', ({ query }) => pageOfIssues(desk, query)),
    deskRoute('readIssue', ({ parameters: { documentId } }, person) => issueDetail(desk, documentId, person)),
    deskRoute('previewIssue', ({ parameters: { documentId } }, person) =>
      issuePreview(desk, documentId, person),
    ),
    deskRoute('submitIssue', async ({ parameters: { documentId } }, person) => {
      await approvals.submit(documentId, person);
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('withdrawIssue', async ({ parameters: { documentId } }, person) => {
      await approvals.withdraw(documentId, person);
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('approveIssue', async ({ parameters: { documentId }, body: { hash } }, person) => {
      const approved = await approvals.approve(documentId, hash, person);
      return issueDetail(desk, documentId, person, approved);
    }),
    deskRoute('sendTest', ({ parameters: { documentId }, body }, person) =>
      testSend(desk, documentId, body, person),
    ),
  ];
}

/** The issues of one page of the desk, newest number first, each with its number's newest campaign. */
async function pageOfIssues(
  { issues, ledger, readBrand }: Desk,
  request: { page: number; pageSize: number },
): Promise<Page<IssueSummary>> {
  const { rows, total } = await issues.page(request);
  const { newsletterTitle = '' } = await readBrand();
  const campaigns = new Map<number, CampaignProgress[]>();
  for (const number of new Set(rows.map((row) => row.number))) {
    campaigns.set(number, await listCampaigns(ledger, { issueNumber: number }));
  }
  const summaries = rows.map((row) => summaryOf(row, newsletterTitle, campaigns.get(row.number) ?? []));
  return { rows: summaries, ...request, total };
}

/**
 * Everything the desk shows of one issue.
 *
 * @param known the check, when it was made a moment ago
 * @throws {Refusal} `ISSUE_UNKNOWN`
 */
async function issueDetail(
  { issues, editions, ledger, publicUrl }: Desk,
  documentId: string,
  person: Person,
  known: Check | null = null,
): Promise<IssueDetail> {
  const check = known ?? (await checkIssue(editions, documentId, person.language));
  if (check === null) throw issueUnknown();
  const { issue, brand, edition } = check.shown;
  const campaigns = await listCampaigns(ledger, { issueNumber: issue.number });
  const siblings = (await issues.ofNumber(issue.number)).filter((other) => other.documentId !== documentId);
  return {
    ...summaryOf(issue, brand.newsletterTitle ?? '', campaigns),
    edition: edition && editionSummary(edition),
    findings: check.findings,
    obstacles: check.obstacles,
    approval: approvalOf(issue),
    siblings: siblings.map(({ documentId: id, language, stage }) => ({ documentId: id, language, stage })),
    campaigns: campaigns.map(toSummary),
    may: {
      edit: person.may('desk.edit'),
      approve: person.may('issue.approve'),
      send: person.may('campaign.send'),
      manageAudience: person.may('audience.manage'),
    },
    publicUrl: `${publicUrl}${issueUrl(issue.number, issue.language)}`,
  };
}

/** The edition as it stands in the drafts, filled for a sample reader. @throws {Refusal} `ISSUE_UNKNOWN`, `ISSUE_INVALID` */
async function issuePreview(
  { editions, publicUrl }: Desk,
  documentId: string,
  person: Person,
): Promise<EditionPreview> {
  const rendering = await editions.ofIssue(documentId, 'draft');
  if (rendering === null) throw issueUnknown();
  const { edition, problems, draft } = rendering;
  if (edition === null) {
    const obstacles = obstaclesOf(problems, { draft, documentId }, person.language);
    throw new Refusal('ISSUE_INVALID', { obstacles });
  }
  const { html, text } = showEdition(edition, publicUrl);
  return { ...editionSummary(edition), html, text, direction: edition.direction };
}

function summaryOf(issue: IssueHead, title: string, campaigns: readonly CampaignProgress[]): IssueSummary {
  const [newest] = campaigns;
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
    campaign: newest ? toSummary(newest) : null,
  };
}

function editionSummary({ hash, subject, preheader, sizeBytes }: Edition): EditionSummary {
  return { hash, subject, preheader, sizeBytes };
}

function approvalOf({ approvedHash, approvedBy, approvedAt }: IssueHead): IssueDetail['approval'] {
  if (!approvedHash || !approvedAt) return null;
  return { hash: approvedHash, by: approvedBy ?? '', at: approvedAt };
}
