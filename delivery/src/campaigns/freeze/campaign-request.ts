import type { Edition, Language } from '@nachra/renderer';
import type { CandidateSource } from '../candidates';
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
  /**
   * Read once, to its end. An asynchronous source is read before anything is locked: it may be slow, and while a SQLite ledger
   * freezes nothing else can be written to it, a reader's unsubscription neither.
   */
  candidates: CandidateSource;
  sender: SenderIdentity;
  /** Whether nothing may leave before somebody has stored the ledger's position elsewhere and said so by `markWitnessed`. */
  awaitsWitness?: boolean;
}
