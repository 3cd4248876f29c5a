import type { IssueDetail, Stage } from '../../../shared/desk';
import { mayHappen, waitsForCampaign } from '../../../shared/stages';
import type { Text, Tone } from './text';

const tones: Record<Stage, Tone> = {
  drafting: 'neutral',
  'in-review': 'warning',
  approved: 'alternative',
  scheduled: 'secondary',
  sending: 'primary',
  sent: 'success',
};

export function stageTone(stage: Stage): Tone {
  return tones[stage];
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
  issue: Pick<IssueDetail, 'stage' | 'edition' | 'obstacles' | 'may' | 'approvalBar' | 'hold'>,
): Text {
  const blocked = issue.obstacles.length > 0;
  switch (issue.stage) {
    case 'drafting':
      if (issue.edition === null)
        return { key: issue.may.edit ? 'next.drafting.broken' : 'next.drafting.broken.wait' };
      return { key: issue.may.edit ? 'next.drafting.submit' : 'next.drafting.wait' };
    case 'in-review':
      if (issue.approvalBar !== null) return { key: 'next.in-review.other' };
      if (blocked) return { key: 'next.in-review.blocked', values: { count: issue.obstacles.length } };
      return { key: issue.may.approve ? 'next.in-review.approve' : 'next.in-review.wait' };
    case 'approved':
      if (!issue.may.send) return { key: 'next.approved.wait' };
      return { key: issue.hold === null ? 'next.approved.send' : 'next.approved.held' };
    case 'scheduled':
      if (!issue.may.send) return { key: 'next.scheduled.wait' };
      return { key: mayWithdraw(issue) ? 'next.scheduled' : 'next.scheduled.send' };
    case 'sending':
      return { key: 'next.sending' };
    case 'sent':
      return { key: 'next.sent' };
  }
}
