import type { DkimKey, Ledger, LedgerHold, MailServer } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Approvals } from '../campaigns/approvals/approvals';
import type { HoldDecisions } from '../campaigns/progress/decide-holds';
import type { Corrections } from '../campaigns/approvals/corrections';
import type { Campaigns } from '../campaigns/start/open-campaigns';
import type { Preparations } from '../preparation/preparations';
import type { Invitations } from '../notices/invitations';
import type { NoticeChoices } from '../notices/notice-choice';
import type { Comments } from '../reviews/comments';
import type { ReviewRequests } from '../reviews/review-requests';
import type { ReviewerDirectory } from '../reviews/reviewers';
import type { Reviews } from '../reviews/reviews';
import type { SetAsides } from '../reviews/set-asides';
import type { TeamMember } from '../campaigns/test-sends/test-recipients';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { AudienceStore } from '../content/documents/audience-store';
import type { BrandDocument } from '../content/documents/brand';
import type { JournalStore } from '../content/documents/journal-store';
import type { IssueStore } from '../content/documents/issue-store';
import type { RevisionHistory } from '../content/revisions/history';
import type { AssetStore } from '../editions/asset-store';
import type { ContentTransactions } from '../common/content-transactions';
import type { Journal } from '../common/journal';
import type { Editions } from '../editions/editions';
import type { RenderTasks } from '../editions/render-thread';
import type { Spelling } from '../editions/spelling';

/** Everything the desk's routes work with, opened in `open-newsletter.ts` and handed down. */
export interface Desk {
  issues: IssueStore;
  editions: Editions;
  showRendition: RenderTasks['show'];
  placesInMail: RenderTasks['places'];
  spelling: Spelling;
  assets: AssetStore;
  records: ApprovalStore;
  approvals: Approvals;
  corrections: Corrections;
  campaigns: Campaigns;
  preparations: Preparations;
  reviews: Reviews;
  reviewRequests: ReviewRequests;
  invitations: Invitations;
  reviewers: ReviewerDirectory;
  comments: Comments;
  setAsides: SetAsides;
  noticeChoices: NoticeChoices;
  journal: Journal;
  /** The journal, as it is read. */
  entries: JournalStore;
  audience: AudienceStore;
  holds: HoldDecisions;
  /** What documents held before they were changed. */
  history: RevisionHistory;
  ledger: Ledger;
  /** Runs writes to the content as one transaction. */
  transaction: ContentTransactions['transaction'];
  /** Runs a decision whose transactions may be run again where another process was in its way. */
  repeatable: ContentTransactions['repeatable'];
  /** Counts such a transaction among those that write what issues are made of. */
  joinWriters: ContentTransactions['joinWriters'];
  /** Runs something once such a transaction stands. */
  afterwards: ContentTransactions['afterwards'];
  /** Why nothing may leave; null when all is well. */
  hold: () => LedgerHold | null;
  readBrand: () => Promise<BrandDocument>;
  /** Empty when no mail server is set. */
  mailServers: readonly MailServer[];
  dkim: readonly DkimKey[];
  /** Those who can sign in to the admin. */
  people: () => Promise<TeamMember[]>;
  /** Where the public pages stand, without a final slash. */
  publicUrl: string;
  linkSecret: string;
  defaultLanguage: Language;
  /** See `lockPerson` of `campaigns/test-sends/test-recipients.ts`. */
  lockPerson: (id: number) => Promise<void>;
  now: () => Date;
  /** Brings the stages of the issues in line with their campaigns. */
  follow: () => Promise<void>;
  /** Has nothing of what was erased stand in the bytes of both databases any more, as far as that lies with us. */
  overwriteErased: () => Promise<void>;
  /** Compares the journal with what is witnessed of it: see `LedgerWatch`. */
  examineJournal: () => Promise<void>;
  /** Copies what was decided to the content database now: see `LedgerWatch`. */
  witness: () => Promise<void>;
}
