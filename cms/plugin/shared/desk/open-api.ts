import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { deskPrefix, endpoints, parameterNames, type EndpointName } from '../endpoints';
import { strapiPermission } from '../lists';
import type { DeskRefusalCode } from '../refusal-codes';
import * as audience from './audience';
import * as campaigns from './campaigns';
import { idSchema } from './wire-values';
import * as findings from './findings';
import * as issues from './issues';
import * as comments from './comments';
import * as reviews from './reviews';
import {
  deliveryDetailsSchema,
  deliveryRefusalStatus,
  detailsSchema,
  errorBodySchema,
  refusals,
} from './refusals';
import { routes } from './routes';
import * as revisions from './revisions';
import * as suppressions from './suppressions';

/** Where no permission of the desk is asked: that of the content manager, for the type of the document. */
const rightToEdit = 'plugin::content-manager.explorer.update';

type Json = Record<string, unknown>;

/** Schemas that stand in the document once, under these names. */
const shared: Readonly<Record<string, z.ZodType>> = {
  Language: languageSchema,
  Stage: issues.stageSchema,
  Editable: findings.editableSchema,
  Finding: findings.findingSchema,
  Obstacle: findings.obstacleSchema,
  IssueSummary: issues.issueSummarySchema,
  Review: reviews.reviewSchema,
  ReviewAsk: reviews.reviewAskSchema,
  Reviewers: reviews.reviewersSchema,
  EarlierEdition: reviews.earlierEditionSchema,
  Comment: comments.commentSchema,
  CommentRequest: comments.commentRequestSchema,
  IssueDetail: issues.issueDetailSchema,
  EditionSummary: issues.editionSummarySchema,
  EditionPreview: issues.editionPreviewSchema,
  ApproveRequest: issues.approveRequestSchema,
  CorrectRequest: issues.correctRequestSchema,
  TestSendRequest: issues.testSendRequestSchema,
  TestSendResponse: issues.testSendResponseSchema,
  DeliveryState: campaigns.deliveryStateSchema,
  CampaignStatus: campaigns.campaignStatusSchema,
  ExclusionReason: campaigns.exclusionReasonSchema,
  CampaignSummary: campaigns.campaignSummarySchema,
  CampaignDetail: campaigns.campaignDetailSchema,
  CampaignRequest: campaigns.campaignRequestSchema,
  ExclusionRow: campaigns.exclusionRowSchema,
  DeliveryRow: campaigns.deliveryRowSchema,
  Decision: campaigns.decisionSchema,
  DecisionRequest: campaigns.decisionRequestSchema,
  DecisionResponse: campaigns.decisionResponseSchema,
  ListSummary: audience.listSummarySchema,
  AudienceRequest: audience.audienceRequestSchema,
  AudiencePreview: audience.audiencePreviewSchema,
  Shown: revisions.shownSchema,
  Side: revisions.sideSchema,
  Difference: revisions.differenceSchema,
  Comparison: revisions.comparisonSchema,
  Versions: revisions.versionsSchema,
  Presence: revisions.presenceSchema,
  SuppressionReason: suppressions.suppressionReasonSchema,
  SuppressionRow: suppressions.suppressionRowSchema,
  SuppressRequest: suppressions.suppressRequestSchema,
};

/**
 * The desk's routes as an OpenAPI document, made from the contract alone. Pure: the same contract gives the same document.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApiDocument(): Json & { openapi: string } {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(shared)) registry.add(schema, { id });
  const errors = new Map<DeskRefusalCode, z.ZodType>();
  for (const code of Object.keys(refusals) as DeskRefusalCode[]) {
    const body = errorBodySchema(refusals[code].status, detailsSchema(code));
    registry.add(body, { id: `Refused.${code}` });
    errors.set(code, body);
  }
  const byDelivery = errorBodySchema(deliveryRefusalStatus, deliveryDetailsSchema);
  registry.add(byDelivery, { id: 'Refused.delivery' });

  const components: Record<string, unknown> = {};
  const written = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    // A named schema at the top would be written out; inside another one it becomes a reference.
    const { properties, $defs } = z.toJSONSchema(z.object({ it: schema }), { metadata: registry, io });
    for (const [id, definition] of Object.entries($defs ?? {})) components[id] = cleaned(definition);
    return cleaned(properties?.['it']) as Json;
  };

  const paths: Record<string, Json> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { method, path, action } = endpoints[name];
    const place = `${deskPrefix}${path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`;
    const { summary, query, body, answer, refusals: codes } = routes[name];
    const errorsOf = new Map<number, { title: string; schema: Json }[]>();
    const add = (status: number, title: string, schema: z.ZodType) =>
      errorsOf.set(status, [...(errorsOf.get(status) ?? []), { title, schema: written(schema, 'output') }]);
    for (const code of new Set<DeskRefusalCode>(['INPUT_INVALID', ...codes, 'UNFORESEEN'])) {
      add(refusals[code].status, code, errors.get(code) ?? z.never());
    }
    if (method === 'POST') add(deliveryRefusalStatus, 'a refusal of the delivery', byDelivery);
    (paths[place] ??= {})[method.toLowerCase()] = {
      operationId: name,
      summary,
      'x-permission': action === null ? rightToEdit : strapiPermission(action),
      parameters: [
        ...parameterNames(path).map((parameter) => ({
          name: parameter,
          in: 'path',
          required: true,
          schema: written(idSchema, 'input'),
        })),
        ...parametersOf(written(query, 'input')),
      ],
      ...(method === 'POST' &&
        hasFields(body) && { requestBody: { required: true, ...json(written(body, 'input')) } }),
      responses: {
        '200':
          answer instanceof z.ZodType
            ? { description: 'Done.', ...json(written(answer, 'output')) }
            : { description: 'A file.', content: { [answer]: { schema: { type: 'string' } } } },
        '401': { $ref: '#/components/responses/NotSignedIn' },
        '403': { $ref: '#/components/responses/NotAllowed' },
        ...Object.fromEntries(
          [...errorsOf].map(([status, list]) => [
            String(status),
            {
              description: list.map(({ title }) => title).join(', '),
              ...json(
                list.length === 1 ? (list[0]?.schema ?? {}) : { anyOf: list.map(({ schema }) => schema) },
              ),
            },
          ]),
        ),
      },
    };
  }
  const ofStrapi = json({ type: 'object', properties: { error: { type: 'object' } }, required: ['error'] });
  return {
    openapi: '3.1.1',
    info: {
      title: 'The newsletter’s desk',
      version: '1.0.0',
      description:
        'Routes of the admin. `details.code` of a refusal is permanent, `message` is in the person’s language. Made from the contract in cms/plugin/shared by `npm run openapi`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ admin: [] }],
    paths,
    components: {
      securitySchemes: {
        admin: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of a person signed in to the admin.',
        },
      },
      responses: {
        NotSignedIn: { description: 'Strapi: nobody is signed in.', ...ofStrapi },
        NotAllowed: {
          description: 'Strapi: the person lacks the permission in `x-permission`.',
          ...ofStrapi,
        },
      },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function json(schema: Json): { content: Json } {
  return { content: { 'application/json': { schema } } };
}

function hasFields(body: z.ZodType): boolean {
  return !(body instanceof z.ZodObject) || Object.keys(body.shape).length > 0;
}

/** A query's fields, each as a parameter. */
function parametersOf({ properties = {}, required = [] }: Json): Json[] {
  const needed = required as string[];
  return Object.entries(properties as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    schema,
  }));
}

/** As OpenAPI wants it: references lead to the components, and no schema bears zod's own id. */
function cleaned(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(cleaned);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'id' && typeof value === 'string') return [];
      if (key === '$ref' && typeof value === 'string') {
        return [[key, value.replace('#/$defs/', '#/components/schemas/')]];
      }
      return [[key, cleaned(value)]];
    }),
  );
}
