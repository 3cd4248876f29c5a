/** Words of reviews and of the mails about them, which server and admin share at run time. */

/** What a person may be told by mail, and may choose not to be. */
export const chosenNotices = [
  'review-asked',
  'commented',
  'all-clear',
  'sent-back',
  'approved',
  'sent',
] as const;
/** One of {@link chosenNotices}. */
export type ChosenNotice = (typeof chosenNotices)[number];

/** What may become of an issue that somebody was asked to review, or has approved: each is told to those it concerns. */
export const outcomes = ['sent-back', 'approved', 'sent'] as const satisfies readonly ChosenNotice[];
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** Every mail to a colleague; an invitation is nobody's to choose. */
export const noticeKinds = [...chosenNotices, 'invited'] as const;
/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * Where a notice stands.
 * - `pending`: to be sent, or to be tried again
 * - `sending`: with the mail server at this moment
 * - `sent`: a mail server took it
 * - `in-doubt`: it may or may not have left; it is not sent again
 * - `failed`: refused for good, or given up
 * - `withheld`: never sent, for a reason
 */
export const noticeStates = ['pending', 'sending', 'sent', 'in-doubt', 'failed', 'withheld'] as const;
/** One of {@link noticeStates}. */
export type NoticeState = (typeof noticeStates)[number];

/** Why a notice was not sent. */
export const noticeReasons = [
  'muted',
  'limit',
  'no-server',
  'no-longer-allowed',
  'address-invalid',
  'refused',
  'gave-up',
  'broken-off',
  'too-old',
] as const;
/** One of {@link noticeReasons}. */
export type NoticeReason = (typeof noticeReasons)[number];

/** How a request for a review ended. */
export const reviewEnds = ['approved', 'sent-back', 'withdrawn', 'replaced'] as const;
/** One of {@link reviewEnds}. */
export type ReviewEnd = (typeof reviewEnds)[number];
