import type { IssueDetail, Review } from '../../../shared/desk';
import { mayHappen } from '../../../shared/stages';
import type { Text } from './text';

/** One person who was asked, and what became of the mail to her. Pure. */
export function askedText({ name, notice }: Review['asked'][number]): Text {
  if (notice === null || notice.state === 'pending' || notice.state === 'sending')
    return { key: 'review.asked.pending', values: { name } };
  if (notice.state === 'sent') return { key: 'review.asked.sent', values: { name } };
  return { key: `review.asked.${notice.reason ?? 'gave-up'}`, values: { name } };
}

/** Whether somebody may send an issue back: whoever may take it back, and did not ask for the review herself. Pure. */
export function maySendBack({ stage, may, review }: Pick<IssueDetail, 'stage' | 'may' | 'review'>): boolean {
  return (
    stage === 'in-review' &&
    mayHappen('withdraw', stage) &&
    may.edit &&
    (may.approve || review?.isAsked === true)
  );
}
