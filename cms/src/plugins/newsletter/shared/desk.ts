/**
 * Requests and responses of the desk's admin routes (`/newsletter/…`), shared by the server and the admin pages.
 * Types only: nothing here runs, so the admin bundle pulls in nothing of the server's.
 */

export type Language = 'fr' | 'ar' | 'en';

/** Where an issue stands; approval binds to the hash of the edition that was seen. */
export type Stage = 'drafting' | 'in-review' | 'approved' | 'scheduled' | 'sending' | 'sent';

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

/** A result of the preflight, as the renderer gives it. */
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  place: string;
  message: string;
  remedy: string;
}

/** A reason why approval is refused for now, in the words of the admin's language. */
export interface Obstacle {
  code: 'article-unpublished' | 'article-modified' | 'issue-invalid' | 'finding-error' | 'edition-changed' | 'brand-incomplete';
  /** Title of the article or name of the field it is about. */
  subject: string;
  message: string;
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
  /** ISO 8601 instant, or null for now. */
  startAt: string | null;
}

export type DeliveryState =
  | 'queued'
  | 'claimed'
  | 'sending'
  | 'accepted'
  | 'deferred'
  | 'rejected'
  | 'in-doubt'
  | 'suppressed';

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
  createdAt: string;
}

/** Error body of every desk route (inside Strapi's `error.details`): `code` is permanent, `message` is for people. */
export interface DeskErrorDetails {
  code: string;
}
