/**
 * The wire contract of the desk's admin routes (`/newsletter/…`): the one set of schemas that the server validates with,
 * the admin's client is typed by, and the OpenAPI document is made from. The routes stand in `endpoints.ts` (where, and for
 * whom) and `desk/routes.ts` (what goes in and comes out).
 *
 * Every route needs the admin's bearer token and one permission. Bodies are the bare types, in no envelope; a refusal is
 * Strapi's error body with a permanent code and its data in `details`, and a sentence in the person's language.
 *
 * The admin takes types only from here: zod must not come into its bundle. What it needs at run time stands in `lists.ts`,
 * `endpoints.ts` and `refusal-codes.ts`.
 */
export type { Language } from '@nachra/renderer';
export type { RevisedType } from '../lists';
export type { Stage } from '../stages';
export type { AudiencePreview, AudienceRequest, ListSummary, SegmentSummary } from './audience';
export type {
  CampaignDetail,
  CampaignRequest,
  CampaignStatus,
  CampaignSummary,
  DecisionRequest,
  DecisionResponse,
  DeliveryRow,
  ExclusionRow,
  DeliveryState,
  ExclusionReason,
} from './campaigns';
export type {
  ArticleChoice,
  ArticleState,
  Composition,
  DashboardChoice,
  LiveDocumentRequest,
  LiveMail,
  LiveNote,
  LiveRequest,
  LiveStand,
} from './composing';
export {
  articleFormSchema,
  dashboardFormSchema,
  entryFormSchema,
  issueFormSchema,
  lineFormSchema,
  pictureTextFormSchema,
  linkFormSchema,
  pictureFormSchema,
  sectionFormSchema,
  type ArticleForm,
  type FramingForm,
  type DashboardForm,
  type IssueForm,
  type PictureForm,
  type SectionForm,
} from './forms';
export type { ErasureResponse } from './erasures';
export type { HeldCampaign, Holds, LostSend, MadeDecision } from './holds';
export type { JournalPerson, JournalRow } from './journal';
export type { Deed, Page } from './wire-values';
export type { Editable, Finding, Obstacle } from './findings';
export type {
  ApproveRequest,
  CorrectRequest,
  EditionPreview,
  EditionSummary,
  EndedApproval,
  Ending,
  IssueDetail,
  IssueSummary,
  TestSendRequest,
  TestSendResponse,
} from './issues';
export {
  mostNumber,
  type CarriedSection,
  type NumberRequest,
  type Proposal,
  type ProposalQuery,
  type ProposedIssue,
} from './numbers';
export {
  deliveryDetailsSchema,
  deliveryRefusalStatus,
  detailsSchema,
  errorBodySchema,
  refusals,
  type DeliveryRefusalDetails,
  type RefusalData,
  type RefusalDetails,
} from './refusals';
export type { InputFault, InputProblem } from './input-faults';
export { openApiDocument } from './open-api';
export { csvFile } from './describe-route';
export { routes } from './routes';
export { parametersSchema, type AnswerOf, type AskedOf, type RequestOf } from './route-values';
export type { Comment, CommentRequest } from './comments';
export type { Invitation } from './invitations';
export type {
  AllClearRequest,
  EarlierEdition,
  NoticeStanding,
  Review,
  ReviewAsk,
  Reviewers,
  Untold,
} from './reviews';
export type { SetAside, SetAsideRequest } from './set-asides';
export type { Comparison, Difference, Endings, Presence, Shown, Side, Versions } from './revisions';
export type {
  ArticleTranslations,
  CompareTexts,
  SideBySide,
  TextDifference,
  ToTranslate,
  TranslatedArticle,
} from './translations';
export type { LiftRequest, SuppressionRow, SuppressRequest } from './suppressions';
export type { Tile, TilesRequest } from './tiles';
