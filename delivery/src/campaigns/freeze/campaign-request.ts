import { languages, type Edition, type Language } from '@nachra/renderer';
import type { CandidateSource, EditionsOnOffer, MissingEdition } from '../candidates';
import type { Actor } from '../../ledger';
import type { PeopleToday } from './held-rounds';
import type { EditionToFreeze } from '../editions/frozen-editions';
import { parseSenderIdentity, type SenderIdentity } from './sender-identity';

/** The decision to send an issue to an audience at a time. */
export interface CampaignRequest {
  /** Names the decision: the same key twice is the same campaign. At most 200 characters. */
  key: string;
  issueId: string;
  issueNumber: number;
  issueTitle: string;
  /** Who decided. */
  by: Actor;
  /** When the first message may leave; now or before for at once. */
  startAt: Date;
  /** Whose edition a reader gets whose own language has none, where `missing` says so. */
  defaultLanguage: Language;
  /** One rendered edition per language; those that nobody gets are not kept. */
  editions: Partial<Record<Language, Edition>>;
  /** What readers get whose language has no edition: they wait, unless it says `default`. */
  missing?: Partial<Record<Language, MissingEdition>>;
  /** Which correction each edition is; 0 where nothing is said: the first. Whoever has that round or a later one gets nothing. */
  rounds?: Partial<Record<Language, number>>;
  /** What the ledger has lost of the number; see `EditionsOnOffer`. */
  forgotten?: EditionsOnOffer['forgotten'];
  /** The correction that this campaign is for, and why it is made. */
  correction?: { round: number; reason: string };
  /** Lists and segments that were chosen, as ids: kept, so that the rest of them can be sent to later. */
  audience?: { listIds: readonly string[]; segmentIds: readonly string[] };
  /**
   * Read once, to its end. An asynchronous source is read before anything is locked: it may be slow, and while a SQLite ledger
   * freezes nothing else can be written to it, a reader's unsubscription neither.
   */
  candidates: CandidateSource;
  /**
   * Subscribers by id with the person identifier that each has today, whether or not they are candidates: whoever shares it with
   * somebody who has the number has it.
   */
  people?: PeopleToday;
  /** Who the mail comes from, where `senders` does not say it for an edition. */
  sender: SenderIdentity;
  /** Who the mail of each edition comes from: editions of one number may be approved from different senders. */
  senders?: Partial<Record<Language, SenderIdentity>>;
  /**
   * The approval that each edition leaves by, under the name that whoever keeps the approvals knows it by: at most 120
   * characters, and never given to another one. The witness asks whether it still stands before anything leaves.
   */
  approvals?: Partial<Record<Language, string>>;
  /** Whether nothing may leave before somebody has stored the ledger's position elsewhere and said so by `markWitnessed`. */
  awaitsWitness?: boolean;
  /** Whether nothing may leave before somebody has looked, once it is due, at the pictures that its mails link to: `markPictures`. */
  awaitsPictures?: boolean;
}

/** What a request has to offer to whom, for whoever judges the audience. */
export function onOffer({
  editions,
  rounds = {},
  defaultLanguage,
  missing,
  forgotten,
}: CampaignRequest): EditionsOnOffer {
  const offered = languages.filter((language) => editions[language]);
  return {
    rounds: Object.fromEntries(offered.map((language) => [language, rounds[language] ?? 0])),
    defaultLanguage,
    missing,
    forgotten,
  };
}

/** Editions of a request with all that is frozen beside each. @throws {DeliveryError} `SENDER_INVALID` */
export function editionsToFreeze(
  editions: CampaignRequest['editions'],
  { rounds = {}, approvals = {}, senders = {}, sender }: CampaignRequest,
): Partial<Record<Language, EditionToFreeze>> {
  const found: Partial<Record<Language, EditionToFreeze>> = {};
  for (const language of languages) {
    const edition = editions[language];
    if (!edition) continue;
    const from = JSON.stringify(parseSenderIdentity(senders[language] ?? sender));
    const [round, approval] = [rounds[language] ?? 0, approvals[language] ?? null];
    found[language] = { edition, round, approval, sender: from };
  }
  return found;
}
