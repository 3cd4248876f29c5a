import {
  campaignProgress,
  troubledServers,
  type CampaignHead,
  type CampaignProgress,
  type Language,
  type Ledger,
  type MailServer,
} from '@nachra/delivery';
import type { CampaignDetail, CampaignSummary } from '../../../../shared/desk';
import { approvedStages } from '../../../../shared/stages';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';

/** @param language of the edition whose figures are meant; all of the campaign's without it */
export function toSummary(campaign: CampaignProgress, language?: Language): CampaignSummary {
  const edition = language && campaign.byLanguage.find((one) => one.language === language);
  const { recipients, counts } = edition ?? campaign;
  return {
    id: campaign.id,
    issueNumber: campaign.issueNumber,
    status: campaign.status,
    startAt: campaign.startAt.toISOString(),
    createdAt: campaign.createdAt.toISOString(),
    createdBy: campaign.createdBy,
    recipients,
    exclusions: campaign.exclusions,
    counts,
    correction: campaign.correction,
  };
}

/** How many of some campaigns reached somebody, or may yet, and how many messages of theirs were accepted. Pure. */
export function reachedBy(campaigns: readonly CampaignSummary[]): { sends: number; accepted: number } {
  const reaching = campaigns.filter(({ status, counts }) => status !== 'cancelled' || counts.accepted > 0);
  return {
    sends: reaching.length,
    accepted: reaching.reduce((sum, { counts }) => sum + counts.accepted, 0),
  };
}

/** Whether a campaign carries an issue's edition to somebody, or was started from the issue. */
export function concerns(
  campaign: CampaignHead,
  { documentId, language }: Pick<IssueHead, 'documentId' | 'language'>,
): boolean {
  return campaign.issueId === documentId || campaign.languages.includes(language);
}

/**
 * A campaign in full, with what stands in its way (mail servers that some worker leaves alone for now) and with the stages of
 * the number's issues. One answer holds both: an issue never shows as being sent beside a campaign that is complete.
 */
export async function toDetail(
  given: CampaignProgress,
  { ledger, mailServers, issues, follow, now }: DetailDependencies,
): Promise<CampaignDetail> {
  const stagesNow = async () =>
    (await issues.ofNumber(given.issueNumber)).map(({ documentId, language, stage }) => ({
      documentId,
      language,
      stage,
    }));
  // The stages first: while the campaign goes on, none of them can be further than it is read to be after them. One that has not
  // heard of its start yet is told of it.
  const before = await stagesNow();
  const campaign = (await campaignProgress(ledger, given.id, now())) ?? given;
  const { exclusionsByReason, byLanguage, status } = campaign;
  const away = status === 'running' ? await troubledServers(ledger, now()) : [];
  const serversAway = away.map(({ server }) => server);
  const allServersAway =
    serversAway.length > 0 && mailServers.every(({ name }) => serversAway.includes(name));
  const isBehind = before.some(
    ({ language, stage }) =>
      byLanguage.some((edition) => edition.language === language) && approvedStages.includes(stage),
  );
  const isSettled = status !== 'running';
  if (isSettled || isBehind) await follow();
  const stages = isSettled || isBehind ? await stagesNow() : before;
  return { ...toSummary(campaign), exclusionsByReason, byLanguage, stages, serversAway, allServersAway };
}

/** Campaigns with their figures, in the order given. */
export async function withFigures(
  ledger: Ledger,
  campaigns: readonly CampaignHead[],
): Promise<CampaignProgress[]> {
  const counted = await Promise.all(campaigns.map(({ id }) => campaignProgress(ledger, id)));
  return counted.flatMap((campaign) => campaign ?? []);
}

/** What a campaign's detail is read from. */
interface DetailDependencies {
  ledger: Ledger;
  mailServers: readonly MailServer[];
  issues: Pick<IssueStore, 'ofNumber'>;
  follow: () => Promise<void>;
  now: () => Date;
}
