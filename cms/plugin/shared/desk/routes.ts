import { z } from 'zod';
import { endpoints, parameterNames, type EndpointName, type ParametersOf } from '../endpoints';
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
} from './campaigns';
import { idSchema, pageOf, pageQuery, searchSchema } from './fields';
import {
  approveRequestSchema,
  editionPreviewSchema,
  issueDetailSchema,
  issueSummarySchema,
  testSendRequestSchema,
  testSendResponseSchema,
} from './issues';
import { suppressionRowSchema, suppressRequestSchema } from './suppressions';

/** An answer that is a file and no JSON. */
export const csvFile = 'text/csv';

const nothing = z.object({});

/** One route: what it takes, what it answers, and with which codes it may refuse besides `INPUT_INVALID` and `UNFORESEEN`. */
function route<
  Answer extends z.ZodType | typeof csvFile,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(parts: { query?: Query; body?: Body; answer: Answer; refusals?: readonly DeskRefusalCode[] }) {
  const { query = nothing as z.ZodType as Query, body = nothing as z.ZodType as Body } = parts;
  return { query, body, answer: parts.answer, refusals: parts.refusals ?? [] };
}

const moved = route({ answer: issueDetailSchema, refusals: ['ISSUE_UNKNOWN', 'STAGE_REFUSED'] });
const turned = route({ answer: campaignDetailSchema, refusals: ['CAMPAIGN_UNKNOWN'] });
const badAudience = ['AUDIENCE_EMPTY', 'LIST_UNKNOWN', 'SEGMENT_UNKNOWN', 'SEGMENT_INVALID'] as const;

/** What goes into each of the desk's {@link endpoints}, and what comes out. */
export const routes = {
  listIssues: route({ query: z.object(pageQuery), answer: pageOf(issueSummarySchema) }),
  readIssue: route({ answer: issueDetailSchema, refusals: ['ISSUE_UNKNOWN'] }),
  previewIssue: route({ answer: editionPreviewSchema, refusals: ['ISSUE_UNKNOWN', 'ISSUE_INVALID'] }),
  submitIssue: moved,
  withdrawIssue: moved,
  sendTest: route({
    body: testSendRequestSchema,
    answer: testSendResponseSchema,
    refusals: ['ISSUE_UNKNOWN', 'ISSUE_INVALID', 'SENDER_INCOMPLETE', 'SMTP_MISSING', 'SMTP_TROUBLE'],
  }),
  approveIssue: route({
    body: approveRequestSchema,
    answer: issueDetailSchema,
    refusals: ['ISSUE_UNKNOWN', 'APPROVAL_REFUSED', 'EDITION_CHANGED', 'STAGE_REFUSED'],
  }),
  previewAudience: route({
    body: audienceRequestSchema,
    answer: audiencePreviewSchema,
    refusals: ['ISSUE_UNKNOWN', ...badAudience],
  }),
  createCampaign: route({
    body: campaignRequestSchema,
    answer: campaignDetailSchema,
    refusals: [
      'ISSUE_UNKNOWN',
      'START_IN_PAST',
      'SMTP_MISSING',
      'NOT_APPROVED',
      'EDITION_CHANGED',
      'SENDER_INCOMPLETE',
      ...badAudience,
      'NO_RECIPIENTS',
    ],
  }),

  readCampaign: route({ answer: campaignDetailSchema, refusals: ['CAMPAIGN_UNKNOWN'] }),
  listDeliveries: route({
    query: z.object({ ...pageQuery, ...deliveryFilter }),
    answer: pageOf(deliveryRowSchema),
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  downloadDeliveries: route({
    query: z.object(deliveryFilter),
    answer: csvFile,
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  decideDeliveries: route({
    body: decisionRequestSchema,
    answer: decisionResponseSchema,
    refusals: ['CAMPAIGN_UNKNOWN'],
  }),
  pauseCampaign: turned,
  resumeCampaign: turned,
  cancelCampaign: turned,

  listLists: route({ answer: z.array(listSummarySchema) }),
  listSegments: route({ answer: z.array(segmentSummarySchema) }),

  listSuppressions: route({
    query: z.object({ ...pageQuery, search: searchSchema.optional() }),
    answer: pageOf(suppressionRowSchema),
  }),
  suppressAddress: route({
    body: suppressRequestSchema,
    answer: suppressionRowSchema,
    refusals: ['ADDRESS_INVALID', 'SUPPRESSION_UNKNOWN'],
  }),
  liftSuppression: route({
    answer: z.strictObject({ lifted: z.literal(true) }),
    refusals: ['SUPPRESSION_UNKNOWN'],
  }),
} satisfies Record<EndpointName, ReturnType<typeof route>>;

type Routes = typeof routes;
type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;
type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** A schema of a route's path parameters: each is an id. */
export function parametersSchema(name: EndpointName) {
  return z.object(
    Object.fromEntries(parameterNames(endpoints[name].path).map((parameter) => [parameter, idSchema])),
  );
}

/** What a handler is given: everything read by its schema. */
export interface RequestOf<Name extends EndpointName> {
  parameters: ParametersOf<Name>;
  query: Read<Routes[Name]['query']>;
  body: Read<Routes[Name]['body']>;
}

/** What a client asks with. */
export interface AskedOf<Name extends EndpointName> {
  parameters: ParametersOf<Name>;
  query?: Partial<Read<Routes[Name]['query']>>;
  body?: Written<Routes[Name]['body']>;
}

/** What a route answers; never for a file. */
export type AnswerOf<Name extends EndpointName> = Read<Routes[Name]['answer']>;
