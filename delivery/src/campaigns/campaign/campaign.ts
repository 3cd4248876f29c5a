import type { Edition } from '@nachra/renderer';
import type { Candidate, ExclusionReason } from '../candidates';
import type { Language } from '../../language';
import type { CampaignIntent, CampaignStatus, StateCounts } from '../states';
import type { SenderIdentity } from './sender-identity';

/** The decision to send an issue to an audience at a time. */
export interface CampaignRequest {
  /** Names the decision: the same key twice is the same campaign. At most 200 characters. */
  key: string;
  issueId: string;
  issueNumber: number;
  issueTitle: string;
  /** Who decided, as shown in the desk. */
  createdBy: string;
  /** When the first message may leave; now or before for at once. */
  startAt: Date;
  /** Whose edition is sent to a subscriber whose own language has none. */
  defaultLanguage: Language;
  /** One rendered edition per language; at least the default language's. */
  editions: Partial<Record<Language, Edition>>;
  candidates: Iterable<Candidate>;
  sender: SenderIdentity;
}

/** How far a campaign is. `counts` adds up to `recipients`, always. */
export interface CampaignProgress {
  id: string;
  key: string;
  issueId: string;
  issueNumber: number;
  issueTitle: string;
  status: CampaignStatus;
  startAt: Date;
  createdAt: Date;
  createdBy: string;
  recipients: number;
  exclusions: number;
  exclusionsByReason: { reason: ExclusionReason; count: number }[];
  counts: StateCounts;
}

/** A campaign as the table holds it. */
export interface CampaignRow {
  id: number;
  uid: string;
  key: string;
  issue_id: string;
  issue_number: number;
  issue_title: string;
  created_by: string;
  created_at: number;
  start_at: number;
  intent: CampaignIntent;
  recipients: number;
  exclusions: number;
}

export const campaignColumns =
  'id, uid, key, issue_id, issue_number, issue_title, created_by, created_at, start_at, intent, recipients, exclusions';
