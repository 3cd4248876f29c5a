import type { IssueDetail, NoticeStanding, Review, Untold } from '../../../shared/desk';
import { mayHappen } from '../../../shared/stages';
import type { Text } from './text';

type Asked = Review['asked'][number];
type AllClear = NonNullable<Asked['allClear']>;

/** One person who was asked, and what she has said; before that, what became of the mail to her. @param moment says an instant. Pure. */
export function askedText(asked: Asked, moment: (at: string) => string): Text {
  const { name, notice, allClear } = asked;
  if (allClear !== null) return allClearText(asked, allClear, moment(allClear.at));
  if (notice === null || notice.state === 'pending' || notice.state === 'sending')
    return { key: 'review.asked.pending', values: { name } };
  if (notice.state === 'sent') return { key: 'review.asked.sent', values: { name } };
  return { key: `review.asked.${notice.reason ?? 'gave-up'}`, values: { name } };
}

function allClearText({ name, isMine }: Asked, { isCurrent }: AllClear, at: string): Text {
  if (isMine) return { key: `review.all-clear.${isCurrent ? 'mine' : 'before.mine'}`, values: { at } };
  return { key: isCurrent ? 'review.all-clear' : 'review.all-clear.before', values: { name, at } };
}

/** What somebody who was asked has said of what is in review; null for nothing, or where she was not asked. Pure. */
export function ownAllClear(review: Review | null): AllClear | null {
  return review?.asked.find(({ isMine }) => isMine)?.allClear ?? null;
}

/** Whether somebody may say what she thinks of what is in review: whoever was asked, as long as it goes on. Pure. */
export function mayGiveAllClear({ stage, review }: Pick<IssueDetail, 'stage' | 'review'>): boolean {
  return stage === 'in-review' && review?.isAsked === true && review.ended === null;
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

/** Somebody who may not know where an issue stands. @param why as {@link whyUntold} says it. Pure. */
export function untoldText({ name, isMine }: Untold, why: string): Text {
  return isMine ? { key: 'untold.mine', values: { why } } : { key: 'untold.other', values: { name, why } };
}

/** Why a mail about what became of an issue did not leave, as far as anybody knows. Pure. */
export function whyUntold({ reason }: Pick<Untold, 'reason'>): Text {
  return { key: `untold.why.${reason}` };
}

/** What became of the mail to somebody who was invited. Pure. */
export function invitationText(notice: NoticeStanding | null): Text {
  if (notice === null) return { key: 'invitations.mail.none' };
  if (notice.state === 'sent') return { key: 'invitations.mail.sent' };
  if (notice.state === 'pending' || notice.state === 'sending') return { key: 'invitations.mail.pending' };
  if (notice.reason === 'no-server') return { key: 'invitations.mail.no-server' };
  return { key: notice.state === 'in-doubt' ? 'invitations.mail.in-doubt' : 'invitations.mail.failed' };
}

/** Whether there is anything to say about an issue: as long as it is open, and about what was reviewed also later. Pure. */
export function mayBeCommented({ stage, review }: Pick<IssueDetail, 'stage' | 'review'>): boolean {
  return ['drafting', 'in-review', 'approved'].includes(stage) || review !== null;
}

/** Whether a place stands in the mail itself, where a pin can mark it: an inbox shows subject and preheader. Pure. */
export function isInMail(place: string | null): boolean {
  return place !== null && (place.startsWith('sections') || place === 'masthead.period');
}
