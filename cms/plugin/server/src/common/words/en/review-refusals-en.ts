import type { ReviewRefusalWords } from '../desk-words';

/** What is said when something about a review is refused, in English. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'One of the chosen people cannot sign in any more, or may not see this issue: open the request again and choose anew.',
  COMMENT_UNKNOWN: () => 'There is no such comment: reload the page.',
  COMMENT_MISPLACED: () =>
    'The chosen place is not in the issue any more: reload the page and choose another.',
  COMMENT_LIMIT: ({ limit }) =>
    `This issue has ${limit} comments already: answer those that are there, or say the rest in person.`,
  INVITATION_UNKNOWN: () =>
    'This person awaits no invitation any more: the account is open or was deleted. Reload the page.',
  INVITATION_LIMIT: ({ limit }) =>
    `This person got ${limit} invitations within a day: wait until tomorrow, or hand over the link otherwise (Settings, Users).`,
};
