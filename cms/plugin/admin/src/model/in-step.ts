import type { CampaignDetail, IssueDetail } from '../../../shared/desk';

/**
 * Brings an issue that is on the screen in line with a newer answer about one of its campaigns: the stage, and how the campaign
 * stands. Changes `issue`.
 *
 * @param issue undefined while it is asked for the first time
 * @returns whether the stage has changed
 */
export function issueFromCampaign(issue: IssueDetail | undefined, campaign: CampaignDetail): boolean {
  if (issue === undefined) return false;
  const { id, status, startAt, byLanguage } = campaign;
  const edition = byLanguage.find(({ language }) => language === issue.language);
  const figures = edition && { recipients: edition.recipients, counts: edition.counts };
  for (const known of [issue.campaign, ...issue.campaigns])
    if (known?.id === id) Object.assign(known, { status, startAt, ...figures });
  const stage = campaign.stages.find(({ documentId }) => documentId === issue.documentId)?.stage;
  if (stage === undefined || stage === issue.stage) return false;
  issue.stage = stage;
  return true;
}

/**
 * The other way round: a campaign that is followed, from a newer answer about an issue that it carries. While both say the same
 * status nothing is touched: what counts the messages is asked for more often. Changes `campaign`.
 *
 * @param campaign undefined while it is asked for the first time
 */
export function campaignFromIssue(campaign: CampaignDetail | undefined, issue: IssueDetail): void {
  const known = issue.campaigns.find(({ id }) => id === campaign?.id);
  if (campaign === undefined || known === undefined || known.status === campaign.status) return;
  const { status, startAt, recipients, counts } = known;
  Object.assign(campaign, { status, startAt });
  for (const edition of campaign.byLanguage)
    if (edition.language === issue.language) Object.assign(edition, { recipients, counts });
  if (campaign.byLanguage.length === 1) Object.assign(campaign, { recipients, counts });
  for (const one of campaign.stages) if (one.documentId === issue.documentId) one.stage = issue.stage;
}
