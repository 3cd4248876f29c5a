import type { IssueDetail, IssueSummary, Stage } from '../../../shared/desk';
import { mayHappen, waitsForCampaign } from '../../../shared/stages';
import { mayGiveAllClear, ownAllClear } from './review';
import type { Text, Tone } from './text';

const tones: Record<Stage, Tone> = {
  drafting: 'neutral',
  'in-review': 'warning',
  approved: 'alternative',
  scheduled: 'secondary',
  sending: 'primary',
  sent: 'success',
};

type Standing = Pick<IssueSummary, 'stage' | 'campaign'>;

/** The send that an issue waits for, or is in the middle of, where it is paused; else null. */
function pausedSend({ stage, campaign }: Standing): { stage: 'scheduled' | 'sending'; start: Date } | null {
  if ((stage !== 'scheduled' && stage !== 'sending') || campaign?.status !== 'paused') return null;
  return { stage, start: new Date(campaign.startAt) };
}

/** The stage in a word, and in its colour; of an issue whose send is paused the word says so. */
export function stageLabel(issue: Standing): Text & { tone: Tone } {
  const paused = pausedSend(issue);
  if (paused !== null) return { key: `stage.${paused.stage}.paused`, tone: 'warning' };
  return { ...stageText(issue.stage), tone: tones[issue.stage] };
}

export function stageText(stage: Stage): Text {
  return { key: `stage.${stage}` };
}

/** Whether the person may take an issue back: what is approved only if she could approve it, what is scheduled if she could send it. */
export function mayWithdraw({ stage, may }: Pick<IssueDetail, 'stage' | 'may'>): boolean {
  if (!may.edit || !mayHappen('withdraw', stage)) return false;
  if (waitsForCampaign(stage)) return may.send;
  return stage !== 'approved' || may.approve;
}

/** What the signed-in person can do next with an issue, or whom she waits for. */
export function nextStep(
  issue: Pick<
    IssueDetail,
    'stage' | 'campaign' | 'edition' | 'obstacles' | 'may' | 'approvalBar' | 'hold' | 'review'
  >,
): Text {
  const blocked = issue.obstacles.length > 0;
  const paused = pausedSend(issue);
  switch (issue.stage) {
    case 'drafting':
      if (issue.edition === null)
        return { key: issue.may.edit ? 'next.drafting.broken' : 'next.drafting.broken.wait' };
      if (issue.may.edit && blocked)
        return { key: 'next.drafting.blocked', values: { count: issue.obstacles.length } };
      return { key: issue.may.edit ? 'next.drafting.submit' : 'next.drafting.wait' };
    case 'in-review':
      if (mayGiveAllClear(issue) && !issue.may.approve && !ownAllClear(issue.review)?.isCurrent)
        return { key: 'next.in-review.read' };
      if (issue.approvalBar !== null) return { key: 'next.in-review.other' };
      if (blocked) return { key: 'next.in-review.blocked', values: { count: issue.obstacles.length } };
      return { key: issue.may.approve ? 'next.in-review.approve' : 'next.in-review.wait' };
    case 'approved':
      if (!issue.may.send) return { key: 'next.approved.wait' };
      return { key: issue.hold === null ? 'next.approved.send' : 'next.approved.held' };
    case 'scheduled':
      if (paused !== null)
        return {
          key: issue.may.send ? 'next.scheduled.paused' : 'next.scheduled.paused.wait',
          values: { start: paused.start },
        };
      if (!issue.may.send) return { key: 'next.scheduled.wait' };
      return { key: mayWithdraw(issue) ? 'next.scheduled' : 'next.scheduled.send' };
    case 'sending':
      return { key: paused !== null ? 'next.sending.paused' : 'next.sending' };
    case 'sent':
      return { key: 'next.sent' };
  }
}
