import type { ReviewRefusalWords } from '../desk-words';
import { stages } from './terms-en';

/** What is said when something about a review is refused, in English. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'One of the chosen people cannot sign in any more, or may not see this issue: open the request again and choose anew.',
  REVIEW_OVER: () => 'This review is over: reload the page to see where the issue stands.',
  REVIEW_NOT_ASKED: () => 'This review was asked of others: say what you have to say in a comment.',
  COMMENT_UNKNOWN: () => 'There is no such comment: reload the page.',
  COMMENT_MISPLACED: () =>
    'The chosen place is not in the issue any more: reload the page and choose another.',
  COMMENT_LIMIT: ({ limit }) =>
    `This issue has ${limit} comments already: answer those that are there, or say the rest in person.`,
  FINDING_UNKNOWN: () => 'This is not found any more in the issue as it is saved: reload the page.',
  FINDING_BINDING: () =>
    'This cannot be set aside: it forbids approval, or says that something could not be checked. Mend what it tells of.',
  SET_ASIDE_CLOSED: ({ number, stage }) =>
    `Issue ${number} is ${stages[stage]}: what is set aside in it is part of what was approved. To come back to it, take the issue back to drafting first.`,
  SET_ASIDE_CHANGED: () =>
    'Something was set aside, or taken up again, since you opened this window: close it, read the checks, and begin again.',
  INVITATION_UNKNOWN: () =>
    'This person awaits no invitation any more: the account is open or was deleted. Reload the page.',
  INVITATION_LIMIT: ({ limit }) =>
    `This person got ${limit} invitations within a day: wait until tomorrow, or hand over the link otherwise (Settings, Users).`,
};
