import { commentRoutes } from './comments';
import { route } from './describe-route';
import { issueDetailSchema } from './issues';
import {
  allClearSchema,
  earlierEditionSchema,
  noticeChoiceSchema,
  reviewAskSchema,
  reviewersSchema,
  sendBackSchema,
} from './reviews';
import { setAsideRequestSchema } from './set-asides';

/** The routes of reviews: see `routes.ts`. */
export const reviewRoutes = {
  listReviewers: route({
    summary: 'Who may be asked for a review of an issue',
    answer: reviewersSchema,
    refusals: ['ISSUE_UNKNOWN'],
  }),
  submitIssue: route({
    summary: 'Ask for a review',
    body: reviewAskSchema,
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'STAGE_REFUSED', 'PICTURE_NOT_COPIED', 'REVIEWER_UNKNOWN'],
  }),
  sendBackIssue: route({
    summary: 'Send an issue back to whoever submitted it, with a reason',
    body: sendBackSchema,
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'STAGE_REFUSED'],
  }),
  giveAllClear: route({
    summary:
      'Say, as somebody who was asked, that one has read an edition and has nothing to say of it; or take that back',
    body: allClearSchema,
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'EDITION_CHANGED', 'REVIEW_OVER', 'REVIEW_NOT_ASKED'],
  }),
  readEarlierEdition: route({
    summary: 'The version that was reviewed or approved last, to compare the present one with',
    answer: earlierEditionSchema,
    refusals: ['ISSUE_UNKNOWN'],
  }),
  ...commentRoutes,
  setFindingAside: route({
    summary: 'Leave a warning of an issue as it is, with a reason',
    body: setAsideRequestSchema,
    answer: issueDetailSchema,
    refusals: [
      'ISSUE_UNKNOWN',
      'DOCUMENT_FORBIDDEN',
      'FINDING_UNKNOWN',
      'FINDING_BINDING',
      'SET_ASIDE_CLOSED',
    ],
  }),
  takeFindingUp: route({
    summary: 'Take up a warning again that was set aside',
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'DOCUMENT_FORBIDDEN', 'SET_ASIDE_CLOSED'],
  }),
  readNoticeChoice: route({
    summary: 'Which mails the person gets about issues',
    answer: noticeChoiceSchema,
  }),
  chooseNotices: route({
    summary: 'Choose which mails about issues to get',
    body: noticeChoiceSchema,
    answer: noticeChoiceSchema,
  }),
};
