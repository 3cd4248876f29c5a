import type { EndedApproval, IssueDetail } from '../../../shared/desk';
import type { Text } from './text';

type Standing = Pick<IssueDetail, 'stage' | 'language'>;

/** What has ended: the approval, the send that was planned, or both; another language's approval takes a common send along. */
export function endedTitle({ stage, language }: Standing, ended: EndedApproval): Text {
  if (stage === 'approved') {
    if (ended.language === language) return { key: 'ended.title.send' };
    return { key: `ended.title.send.${ended.language}` };
  }
  return { key: ended.cancelled === null ? 'ended.title' : 'ended.title.both' };
}

/** What is to be done again, by the person who reads it or by somebody who may. */
export function nextAfterEnd(
  { stage, may }: Pick<IssueDetail, 'stage' | 'may'>,
  { because, cancelled }: EndedApproval,
): Text {
  if (stage === 'approved') return { key: may.send ? 'ended.next.send' : 'ended.next.send.wait' };
  if (because === 'released') return { key: 'ended.next.released' };
  if (stage === 'in-review') {
    if (!may.approve) return { key: 'ended.next.approve.wait' };
    return { key: cancelled === null ? 'ended.next.approve' : 'ended.next.approve-send' };
  }
  if (!may.edit) return { key: 'ended.next.wait' };
  return { key: cancelled === null || !may.send ? 'ended.next.submit' : 'ended.next.submit-send' };
}
