import { editionFigures, readHolds, type Ledger, type LedgerHold } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import type { ContentTransactions } from '../common/content-transactions';
import type { Journal } from '../common/journal';
import type { EventLog } from '../common/log';
import type { NewsletterSettings } from '../common/settings';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueStore } from '../content/documents/issue-store';
import { openJournalStore } from '../content/documents/journal-store';
import { isApprovedSince, lastPutBack, mayBePutBack } from '../content/documents/content-put-back';
import type { Editions } from '../editions/editions';
import { openAddressees } from '../notices/addressees';
import { openInvitations, type Invitations } from '../notices/invitations';
import { openNoticeChoices, type NoticeChoices } from '../notices/notice-choice';
import { openOutbox } from '../notices/outbox';
import { postNotices, type NoticePost } from '../notices/post-notices';
import { openCommentNews } from './comment-news';
import { openComments, type Comments } from './comments';
import { openReviewRequests, type ReviewRequests } from './review-requests';
import { openReviewers, type ReviewerDirectory } from './reviewers';
import { openReviews, type Reviews } from './reviews';
import { openSetAsides, type SetAsides } from './set-asides';

/** What reviews are opened with. */
interface ReviewingDependencies extends Pick<ContentTransactions, 'afterwards' | 'transaction'> {
  settings: NewsletterSettings;
  issues: IssueStore;
  editions: Editions;
  ledger: Ledger;
  journal: Journal;
  records: Pick<ApprovalStore, 'past' | 'standing'>;
  /** Why nothing may leave; null when all is well. */
  hold: () => LedgerHold | null;
  readBrand: () => Promise<BrandDocument>;
  /** Whether somebody can sign in, and may read an issue. */
  maySee: (userId: number, issue: string) => Promise<boolean>;
  /** Forgets old versions of documents, some at a time. */
  pruneVersions: () => Promise<void>;
  log: EventLog;
  now: () => Date;
}

/** Reviews, comments, and the mails to those who take part in them. Whoever opens it stops the post. */
interface Reviewing {
  reviews: Reviews;
  reviewRequests: ReviewRequests;
  reviewers: ReviewerDirectory;
  comments: Comments;
  setAsides: SetAsides;
  invitations: Invitations;
  noticeChoices: NoticeChoices;
  noticePost: NoticePost;
}

export function openReviewing(strapi: Core.Strapi, dependencies: ReviewingDependencies): Reviewing {
  const { settings, issues, editions, ledger, journal, records, readBrand, maySee, pruneVersions } =
    dependencies;
  const { afterwards, transaction, hold, log, now } = dependencies;
  const { publicUrl, defaultLanguage, sending } = settings;
  const { servers: mailServers, dkim } = sending;
  const noticeChoices = openNoticeChoices(strapi);
  const outbox = openOutbox(strapi, { choices: noticeChoices, canSend: mailServers.length > 0, now });
  const reviewRequests = openReviewRequests(strapi);
  const reviewers = openReviewers(strapi);
  // Not waited for: a mail server that is slow keeps nobody from going on.
  const onNotices = () => afterwards(async () => noticePost.nudge());
  const news = openCommentNews(strapi, { editions, requests: reviewRequests, outbox, onNotices });
  const setAsides = openSetAsides(strapi, { issues, records, journal, transaction, now });
  const noticePost = postNotices({
    ...{ outbox, readBrand, publicUrl, mailServers, dkim, log, now },
    addressee: openAddressees(strapi, { maySee, defaultLanguage }),
    newsOf: (facts, userId, language) => news.of(facts, userId, language),
    figuresOf: async ({ number, language, approval }) =>
      number === null || language === null || approval === undefined
        ? null
        : editionFigures(ledger, { number, language, approval }),
    prune: async () => {
      await outbox.prune();
      await setAsides.prune();
      await pruneVersions();
    },
    heldAt: async () => (await readHolds(ledger)).heldAt,
    adminUrl: () => strapi.config.get<string>('admin.absoluteUrl'),
  });
  const comments = openComments(strapi, { editions, news, transaction, now });
  const reviews = openReviews({
    ...{ requests: reviewRequests, reviewers, comments, setAsides, outbox, records, onNotices, now },
    async mayBeKnown(approval) {
      if (mayBePutBack(hold())) return true;
      const putBack = await lastPutBack(openJournalStore(strapi));
      return putBack !== null && !isApprovedSince(approval, putBack);
    },
  });
  const invitations = openInvitations(strapi, { outbox, onNotices, journal, transaction, now });
  return { reviews, reviewRequests, reviewers, comments, setAsides, invitations, noticeChoices, noticePost };
}
