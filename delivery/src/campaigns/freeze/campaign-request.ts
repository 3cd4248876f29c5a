import type { Edition, Language } from '@nachra/renderer';
import type { Candidate } from '../candidates';
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
