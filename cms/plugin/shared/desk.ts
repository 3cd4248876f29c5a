/**
 * Requests and responses of the desk's admin routes (`/newsletter/…`), shared by the server and the admin pages.
 * Types only: nothing here runs, so the admin bundle pulls in nothing of the server's.
 *
 * Every route needs the admin's bearer token and one permission. Bodies are the bare types, in no envelope; a refusal is
 * Strapi's error body (`{ error: { status, name, message, details: DeskErrorDetails } }`), its `message` in the person's
 * language.
 *
 * | route | body → answer | permission `plugin::newsletter.…` |
 * |---|---|---|
 * | GET /issues?page=&pageSize= | → Page<IssueSummary>, newest number first | desk.read |
 * | GET /issues/:documentId | → IssueDetail | desk.read |
 * | GET /issues/:documentId/preview | → EditionPreview (as it stands in the drafts) | desk.read |
 * | POST /issues/:documentId/submit, …/withdraw | → IssueDetail | desk.edit |
 * | POST /issues/:documentId/test | TestSendRequest → TestSendResponse | desk.edit |
 * | POST /issues/:documentId/approve | ApproveRequest → IssueDetail | issue.approve |
 * | POST /issues/:documentId/audience | AudienceRequest → AudiencePreview | campaign.send |
 * | POST /issues/:documentId/campaigns | CampaignRequest → CampaignDetail | campaign.send |
 * | GET /campaigns/:id | → CampaignDetail | desk.read |
 * | GET /campaigns/:id/deliveries?state=&search=&page=&pageSize= | → Page<DeliveryRow> | campaign.send |
 * | GET /campaigns/:id/deliveries.csv?state=&search= | → a CSV file | campaign.send |
 * | POST /campaigns/:id/decide | DecisionRequest → DecisionResponse | campaign.send |
 * | POST /campaigns/:id/pause, …/resume, …/cancel | → CampaignDetail | campaign.send |
 * | GET /lists, GET /segments | → ListSummary[], SegmentSummary[] | desk.read |
 * | GET /suppressions?search=&page=&pageSize= | → Page<SuppressionRow> | audience.manage |
 * | POST /suppressions | SuppressRequest → SuppressionRow | audience.manage |
 * | POST /suppressions/:id/lift | → { lifted: true } | audience.manage |
 */

export type Language = 'fr' | 'ar' | 'en';

/** Where an issue stands; approval binds to the hash of the edition that was seen. */
export type Stage = 'drafting' | 'in-review' | 'approved' | 'scheduled' | 'sending' | 'sent';

/**
 * What moves an issue from stage to stage: a person (`submit`, `withdraw`, `approve`), an edit (`void`), or its campaign
 * (`schedule`, `start`, `finish`; `release` when it was cancelled before anybody got it).
 */
export type StageEvent =
  'submit' | 'withdraw' | 'approve' | 'void' | 'schedule' | 'start' | 'finish' | 'release';

export interface IssueSummary {
  documentId: string;
  number: number;
  title: string;
  subject: string;
  language: Language;
  stage: Stage;
  periodLabel: string;
  publicationDate: string;
  updatedAt: string;
  /** The newest campaign of the issue's number, if there is one. */
  campaign: CampaignSummary | null;
}

/** What a person opens in the admin to mend something. */
export type Editable = { type: 'brand' } | { type: 'issue' | 'article' | 'dashboard'; documentId: string };

/** A result of the preflight, with its place in the words of the admin's language. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  place: string;
  /** Where it can be mended; null when there is nothing to open. */
  editable: Editable | null;
  message: string;
  remedy: string;
}

/** A reason why approval is refused for now, in the words of the admin's language. */
export interface Obstacle {
  code:
    | 'article-unpublished'
    | 'article-modified'
    | 'issue-invalid'
    | 'finding-error'
    | 'edition-changed'
    | 'brand-incomplete';
  /** Title of the article or name of the field it is about. */
  subject: string;
  message: string;
  /** Where it can be mended; null when there is nothing to open. */
  editable: Editable | null;
}

export interface IssueDetail extends IssueSummary {
  /** Null when the issue cannot be rendered yet; `obstacles` then says why. */
  edition: EditionSummary | null;
  findings: Finding[];
  obstacles: Obstacle[];
  approval: { hash: string; by: string; at: string } | null;
  /** Other languages of the same number. */
  siblings: { documentId: string; language: Language; stage: Stage }[];
  campaigns: CampaignSummary[];
  /** What the signed-in person may do here, so that the desk shows no button that would be refused. */
  may: { edit: boolean; approve: boolean; send: boolean; manageAudience: boolean };
  publicUrl: string;
}

export interface EditionSummary {
  hash: string;
  subject: string;
  preheader: string;
  sizeBytes: number;
}

/** The edition filled for a sample reader; shown only in a sandboxed frame. */
export interface EditionPreview extends EditionSummary {
  html: string;
  text: string;
  direction: 'ltr' | 'rtl';
}

export interface ListSummary {
  documentId: string;
  name: string;
  subscribers: number;
}

/** A saved rule over the subscribers, and how many it holds now. */
export interface SegmentSummary {
  documentId: string;
  name: string;
  subscribers: number;
}

/** Why a candidate was left out. */
export type ExclusionReason =
  | 'unsubscribed'
  | 'bounced'
  | 'complained'
  | 'suppressed-by-hand'
  | 'unconfirmed'
  | 'invalid-address'
  | 'duplicate-address';

/** POST /issues/:documentId/audience: counts, without freezing anything. */
export interface AudienceRequest {
  listIds: string[];
  /** Saved segments, added to the lists; somebody in several is one candidate. */
  segmentIds?: string[];
}
export interface AudiencePreview {
  candidates: number;
  recipients: number;
  byLanguage: { language: Language; recipients: number }[];
  exclusions: { reason: ExclusionReason; count: number; examples: string[] }[];
}

/** POST /issues/:documentId/test */
export interface TestSendRequest {
  addresses: string[];
}
export interface TestSendResponse {
  results: { address: string; accepted: boolean; reply: string }[];
}

/** POST /issues/:documentId/approve */
export interface ApproveRequest {
  /** Hash of the edition that the person saw; refused when the issue has changed since. */
  hash: string;
}

/** POST /issues/:documentId/campaigns */
export interface CampaignRequest {
  listIds: string[];
  segmentIds?: string[];
  /** ISO 8601 instant, or null for now. */
  startAt: string | null;
}

export type DeliveryState =
  'queued' | 'claimed' | 'sending' | 'accepted' | 'deferred' | 'rejected' | 'in-doubt' | 'suppressed';

export type CampaignStatus = 'scheduled' | 'running' | 'paused' | 'cancelled' | 'complete';

export interface CampaignSummary {
  id: string;
  issueNumber: number;
  status: CampaignStatus;
  startAt: string;
  createdAt: string;
  createdBy: string;
  /** Frozen recipients: the sum of `counts`, always. */
  recipients: number;
  exclusions: number;
  counts: Record<DeliveryState, number>;
}

/** GET /campaigns/:id */
export interface CampaignDetail extends CampaignSummary {
  exclusionsByReason: { reason: ExclusionReason; count: number }[];
  /** Names of the mail servers that cannot be used for now, while the campaign runs; and whether none is left. */
  serversAway: string[];
  allServersAway: boolean;
}

/** GET /campaigns/:id/deliveries?state=&search=&page=&pageSize= */
export interface DeliveryRow {
  id: string;
  address: string;
  language: Language;
  state: DeliveryState;
  attempts: number;
  /** What became of it, in plain words of the admin's language. */
  reason: string;
  updatedAt: string;
}
/** What a person may say of deliveries that ended without a plain acceptance. */
export type Decision = 'arrived' | 'not-arrived' | 'send-again';

/** POST /campaigns/:id/decide: about some deliveries, or about all of one state (of which `search` takes a part). */
export type DecisionRequest = { decision: Decision } & (
  { deliveryIds: string[] } | { state: 'rejected' | 'in-doubt'; search?: string }
);

export interface DecisionResponse {
  changed: number;
  /** Asked for, but left as they were: their state allows it no more, or the address must not be mailed. */
  unchanged: number;
}

export interface Page<T> {
  rows: T[];
  page: number;
  pageSize: number;
  total: number;
}

/** GET /suppressions?search=&page= */
export interface SuppressionRow {
  id: string;
  address: string;
  reason: ExclusionReason;
  source: string;
  /** What a server or a provider said, where that decided it; in its own words. */
  why: string | null;
  createdAt: string;
}

/** POST /suppressions: never mail this address again, whatever list it is on. */
export interface SuppressRequest {
  address: string;
}

/** Error body of every desk route (inside Strapi's `error.details`): `code` is permanent, `message` is for people. */
export interface DeskErrorDetails {
  code: string;
}
