import { z } from 'zod';
import type { EndpointName } from '../endpoints';
import type { DeskRefusalCode } from '../refusal-codes';
import {
  audiencePreviewSchema,
  audienceRequestSchema,
  listSummarySchema,
  segmentSummarySchema,
} from './audience';
import {
  campaignDetailSchema,
  campaignRequestSchema,
  decisionRequestSchema,
  decisionResponseSchema,
  deliveryFilter,
  deliveryRowSchema,
  exclusionFilter,
  exclusionRowSchema,
} from './campaigns';
import { erasureRequestSchema, erasureResponseSchema } from './erasures';
import { holdDecisionSchema, holdsSchema, lostDecisionSchema } from './holds';
import { journalFilter, journalPersonSchema, journalRowSchema } from './journal';
import { csvFile, route } from './describe-route';
import { pageOf, pageQuery, searchSchema } from './wire-values';
import {
  approveRequestSchema,
  correctRequestSchema,
  editionPreviewSchema,
  issueDetailSchema,
  issueSummarySchema,
  testSendRequestSchema,
  testSendResponseSchema,
} from './issues';
import { composingRoutes } from './composing';
import { invitationRoutes } from './invitations';
import { reviewRoutes } from './review-routes';
import { revisionRoutes } from './revisions';
import { numberRoutes } from './numbers';
import { spellingRoutes } from './spelling';
import { translationRoutes } from './translations';
import { liftRequestSchema, suppressionRowSchema, suppressRequestSchema } from './suppressions';

const moved = (summary: string, ...besides: DeskRefusalCode[]) =>
  route({ summary, answer: issueDetailSchema, refusals: ['ISSUE_UNKNOWN', 'STAGE_REFUSED', ...besides] });
const turned = (summary: string) =>
  route({ summary, answer: campaignDetailSchema, refusals: ['CAMPAIGN_UNKNOWN'] });
const badAudience = ['AUDIENCE_EMPTY', 'LIST_UNKNOWN', 'SEGMENT_UNKNOWN', 'SEGMENT_INVALID'] as const;

/** What goes into each of the desk's {@link endpoints}, and what comes out. */
export const routes = {
  readOpenApi: route({ summary: 'This document', answer: z.looseObject({ openapi: z.string() }) }),
  listIssues: route({
    summary: 'Issues, newest number first',
    query: z.object(pageQuery),
    answer: pageOf(issueSummarySchema),
  }),
  readIssue: route({
    summary: 'One issue, with its findings and what is in the way of its approval',
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN'],
  }),
  previewIssue: route({
    summary: 'The edition as it stands in the drafts, filled for a sample reader',
    answer: editionPreviewSchema,
    refusals: ['ISSUE_UNKNOWN', 'ISSUE_INVALID', 'PICTURE_LOST'],
  }),
  ...reviewRoutes,
  ...invitationRoutes,
  withdrawIssue: moved('Take an issue back to drafting', 'APPROVAL_PROTECTED'),
  sendTest: route({
    summary: 'Send the drafts to a few addresses, marked as a test',
    body: testSendRequestSchema,
    answer: testSendResponseSchema,
    refusals: [
      'ISSUE_UNKNOWN',
      'ISSUE_INVALID',
      'PICTURE_LOST',
      'SENDER_INCOMPLETE',
      'TEST_ADDRESS_STRANGE',
      'TEST_ADDRESS_SUPPRESSED',
      'TEST_LIMIT',
      'SMTP_MISSING',
      'SMTP_TROUBLE',
    ],
  }),
  approveIssue: route({
    summary: 'Approve the edition that was seen',
    body: approveRequestSchema,
    answer: issueDetailSchema,
    refusals: [
      'ISSUE_UNKNOWN',
      'APPROVAL_REFUSED',
      'EDITION_CHANGED',
      'ACKNOWLEDGEMENT_MISSING',
      'SET_ASIDE_CHANGED',
      'FOUR_EYES',
      'STAGE_REFUSED',
    ],
  }),
  correctIssue: route({
    summary: 'Take a sent issue back to drafting, to correct it',
    body: correctRequestSchema,
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'STAGE_REFUSED'],
  }),
  uncorrectIssue: moved('Take back a correction', 'CORRECTION_UNKNOWN', 'CORRECTION_EDITED'),
  ...composingRoutes,
  ...numberRoutes,
  ...translationRoutes,
  ...spellingRoutes,
  previewAudience: route({
    summary: 'Count an audience without freezing anything',
    body: audienceRequestSchema,
    answer: audiencePreviewSchema,
    refusals: ['ISSUE_UNKNOWN', ...badAudience],
  }),
  createCampaign: route({
    summary: 'Send an approved issue, now or later, or a sent one to the rest of its readers',
    body: campaignRequestSchema,
    answer: campaignDetailSchema,
    refusals: [
      'ISSUE_UNKNOWN',
      'START_IN_PAST',
      'SENDING_HELD',
      'SMTP_MISSING',
      'NOT_APPROVED',
      'EDITION_CHANGED',
      'PICTURE_LOST',
      ...badAudience,
      'NO_RECIPIENTS',
    ],
  }),
  readCampaign: route({
    summary: 'One campaign, with its counts',
    answer: campaignDetailSchema,
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  listDeliveries: route({
    summary: 'Deliveries of a campaign',
    query: z.object({ ...pageQuery, ...deliveryFilter }),
    answer: pageOf(deliveryRowSchema),
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  listExclusions: route({
    summary: 'Who was left out of a campaign, and why',
    query: z.object({ ...pageQuery, ...exclusionFilter }),
    answer: pageOf(exclusionRowSchema),
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  downloadDeliveries: route({
    summary: 'Deliveries of a campaign as a file',
    query: z.object(deliveryFilter),
    answer: csvFile,
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  decideDeliveries: route({
    summary: 'Settle doubts, or send again',
    body: decisionRequestSchema,
    answer: decisionResponseSchema,
    refusals: ['CAMPAIGN_UNKNOWN', 'EDITION_CORRECTED'],
  }),
  pauseCampaign: turned('Pause a campaign'),
  resumeCampaign: turned('Go on with a paused campaign'),
  cancelCampaign: turned('Cancel what has not been sent'),

  readHolds: route({ summary: 'Why sending is held, and what waits for a decision', answer: holdsSchema }),
  decideHold: route({
    summary: 'Decide what becomes of a held campaign',
    body: holdDecisionSchema,
    answer: holdsSchema,
    refusals: ['CAMPAIGN_UNKNOWN', 'EDITION_CORRECTED'],
  }),
  decideLostSend: route({
    summary: 'Decide what becomes of an issue whose campaign is lost',
    body: lostDecisionSchema,
    answer: holdsSchema,
    refusals: ['ISSUE_UNKNOWN'],
  }),
  releaseHold: route({
    summary: 'Let sending go on, once everything is decided',
    answer: holdsSchema,
    refusals: ['HOLD_UNDECIDED'],
  }),

  ...revisionRoutes,

  listLists: route({
    summary: 'Lists, with how many subscribers each has',
    answer: z.array(listSummarySchema),
  }),
  listSegments: route({
    summary: 'Segments, with how many subscribers each holds now',
    answer: z.array(segmentSummarySchema),
  }),

  listSuppressions: route({
    summary: 'Addresses that must not be mailed',
    query: z.object({ ...pageQuery, search: searchSchema.optional() }),
    answer: pageOf(suppressionRowSchema),
  }),
  suppressAddress: route({
    summary: 'Never mail an address again',
    body: suppressRequestSchema,
    answer: suppressionRowSchema,
    refusals: ['ADDRESS_INVALID', 'SUPPRESSION_UNKNOWN'],
  }),
  liftSuppression: route({
    summary: 'Let an address be mailed again',
    body: liftRequestSchema,
    answer: z.strictObject({ lifted: z.literal(true) }),
    refusals: ['SUPPRESSION_UNKNOWN'],
  }),

  erasePerson: route({
    summary: 'Erase a person: the subscriber, and the address wherever it stands',
    body: erasureRequestSchema,
    answer: erasureResponseSchema,
    refusals: ['ADDRESS_INVALID', 'ERASURE_LEAVING', 'PERSON_UNKNOWN'],
  }),

  listJournal: route({
    summary: 'Who decided what, newest first',
    query: z.object({ ...pageQuery, ...journalFilter }),
    answer: pageOf(journalRowSchema),
  }),
  listJournalPeople: route({
    summary: 'Everybody who stands in the journal',
    answer: z.array(journalPersonSchema),
  }),
  downloadJournal: route({
    summary: 'The journal as a file',
    query: z.object(journalFilter),
    answer: csvFile,
  }),
} satisfies Record<EndpointName, ReturnType<typeof route>>;
