import { describe, expect, it } from 'vitest';
import { campaignLabel, waitsForHour } from '../../../cms/plugin/admin/src/model/campaign';
import { campaignFromIssue, issueFromCampaign } from '../../../cms/plugin/admin/src/model/in-step';
import { nextStep, stageLabel } from '../../../cms/plugin/admin/src/model/stage';
import type { CampaignDetail, CampaignSummary, IssueDetail } from '../../../cms/plugin/shared/desk';

const startAt = '2030-01-01T09:00:00.000Z';
const [before, after] = [new Date('2030-01-01T08:00:00Z'), new Date('2030-01-01T10:00:00Z')];
const counts = (over: Partial<CampaignSummary['counts']>): CampaignSummary['counts'] => ({
  ...{ accepted: 0, rejected: 0, 'in-doubt': 0, suppressed: 0, cancelled: 0 },
  ...{ deferred: 0, sending: 0, claimed: 0, queued: 0, ...over },
});
const summary = (status: CampaignSummary['status'], held = counts({ queued: 17 })): CampaignSummary => ({
  ...{ id: 'one', issueNumber: 243, status, startAt, createdAt: startAt, createdBy: 'Claire' },
  ...{ recipients: 17, exclusions: 0, counts: held, correction: null },
});
const detail = (
  status: CampaignSummary['status'],
  stage: IssueDetail['stage'],
  held?: CampaignSummary['counts'],
): CampaignDetail => ({
  ...summary(status, held),
  exclusionsByReason: [],
  byLanguage: [{ language: 'fr', recipients: 17, counts: held ?? counts({ queued: 17 }) }],
  stages: [{ documentId: 'a', language: 'fr', stage }],
  ...{ serversAway: [], allServersAway: false },
});
const issue = (stage: IssueDetail['stage'], campaign: CampaignSummary): IssueDetail =>
  ({
    ...{ documentId: 'a', language: 'fr', stage, campaign, campaigns: [structuredClone(campaign)] },
    ...{ obstacles: [], approvalBar: null, hold: null, edition: null },
    may: { edit: true, approve: true, send: true, manageAudience: true },
  }) as unknown as IssueDetail;

describe('an issue and its campaign on one page', () => {
  it('are moved together by an answer about the campaign', () => {
    const shown = issue('scheduled', summary('scheduled'));
    const cancelled = detail('cancelled', 'drafting', counts({ cancelled: 17 }));
    expect(issueFromCampaign(shown, cancelled)).toBe(true);
    expect([shown.stage, shown.campaign?.status, shown.campaigns[0]?.status]).toEqual([
      'drafting',
      'cancelled',
      'cancelled',
    ]);
    expect(shown.campaigns[0]?.counts.cancelled).toBe(17);
    expect(issueFromCampaign(shown, cancelled)).toBe(false);
  });

  it('are moved together by an answer about the issue', () => {
    const shown = detail('scheduled', 'scheduled');
    campaignFromIssue(shown, issue('drafting', summary('cancelled', counts({ cancelled: 17 }))));
    expect([shown.status, shown.stages[0]?.stage, shown.counts.cancelled]).toEqual([
      'cancelled',
      'drafting',
      17,
    ]);
    expect(shown.byLanguage[0]?.counts.cancelled).toBe(17);
  });

  it('are left alone while one of them is still asked for', () => {
    expect(issueFromCampaign(undefined, detail('running', 'sending'))).toBe(false);
    expect(() => campaignFromIssue(undefined, issue('sending', summary('running')))).not.toThrow();
  });

  it('keep the newer figures while both say the same status', () => {
    const shown = detail('running', 'sending', counts({ accepted: 12, queued: 5 }));
    campaignFromIssue(shown, issue('sending', summary('running', counts({ accepted: 10, queued: 7 }))));
    expect(shown.counts.accepted).toBe(12);
  });
});

describe('a scheduled send that is paused', () => {
  const paused = summary('paused');

  it('keeps its hour in sight until that has passed', () => {
    expect([waitsForHour(paused, before), waitsForHour(paused, after)]).toEqual([true, false]);
    expect(campaignLabel(paused, before)).toEqual({
      key: 'campaign.label.paused.scheduled',
      values: { start: new Date(startAt) },
    });
    expect(campaignLabel(paused, after).key).toBe('campaign.label.paused');
  });

  it('is not said to be on its way, by the stage or by the next step', () => {
    const scheduled = issue('scheduled', paused);
    expect(stageLabel(scheduled)).toMatchObject({ key: 'stage.scheduled.paused', tone: 'warning' });
    expect(nextStep(scheduled)).toEqual({
      key: 'next.scheduled.paused',
      values: { start: new Date(startAt) },
    });
    expect(nextStep({ ...scheduled, may: { ...scheduled.may, send: false } }).key).toBe(
      'next.scheduled.paused.wait',
    );
    const sending = issue('sending', paused);
    expect([stageLabel(sending).key, nextStep(sending).key]).toEqual([
      'stage.sending.paused',
      'next.sending.paused',
    ]);
    // What follows a campaign of before is another send.
    expect(stageLabel(issue('drafting', paused)).key).toBe('stage.drafting');
  });
});
