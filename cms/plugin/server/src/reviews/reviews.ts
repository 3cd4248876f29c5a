import type { RequestOf, Review, Untold } from '../../../shared/desk';
import type { ChosenNotice, Outcome } from '../../../shared/review-lists';
import { boundStages } from '../../../shared/stages';
import { actorOf, system, type Actor, type JournalPoint } from '../common/journal';
import type { Person } from '../common/person';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { IssueHead } from '../content/documents/issue';
import type { NewNotice } from '../notices/notice';
import type { Outbox } from '../notices/outbox';
import type { Comments } from './comments';
import { askersOf, partnersOf, personsOf, type Concerned } from './concerned';
import type { ReviewerDirectory } from './reviewers';
import type { Asked, ReviewedEdition, ReviewRequests } from './review-requests';
import type { SetAsides } from './set-asides';

/** What reviews are kept with. */
interface ReviewDependencies {
  requests: ReviewRequests;
  reviewers: ReviewerDirectory;
  comments: Pick<Comments, 'countOpen' | 'forget'>;
  setAsides: Pick<SetAsides, 'forget'>;
  outbox: Pick<Outbox, 'add' | 'standings'>;
  records: Pick<ApprovalStore, 'past'>;
  /** Whether what follows from an approval may have been told before: the data were put back to an earlier state since. */
  mayBeKnown: (approval: JournalPoint | undefined) => Promise<boolean>;
  /** Runs once the transaction that is open stands: has the outbox looked into. */
  onNotices: () => Promise<void>;
  now: () => Date;
}

/** Whom somebody asks for a review, and what she says to them. */
export type ReviewQuestion = RequestOf<'submitIssue'>['body'];

/**
 * Who asked whom for a review of an issue, and who is told what became of it. What happens to an issue is decided elsewhere; each of
 * these runs in the transaction of that decision, so that nobody is told of what does not stand, and everybody of what does.
 */
export interface Reviews {
  /** @throws {Refusal} `REVIEWER_UNKNOWN` */
  whoIsMeant(question: ReviewQuestion, by: Person): Promise<Asked[]>;
  /** Tells those who are asked. @returns the request’s number */
  begin(issue: IssueHead, asked: readonly Asked[], message: string, by: Person): Promise<number>;
  /** Keeps what readers would have got of the version that is in review. */
  keepEdition(request: number, issue: string, edition: ReviewedEdition): Promise<void>;
  /** Tells whoever asked for the review. */
  sentBack(issue: IssueHead, reason: string, by: Person): Promise<void>;
  withdrawn(issue: IssueHead, by: Person): Promise<void>;
  /** What somebody said last of the review that goes on: the digest of what she has nothing to say of; null for nothing. */
  allClearOf(issue: string, by: Person): Promise<string | null>;
  /**
   * Somebody who was asked has read it and has nothing to say, or takes that back. Whoever asked for the review is told of the
   * former; once for what is the same.
   *
   * @param content digest of what she read; null takes it back
   * @throws {Refusal} `REVIEW_OVER`, `REVIEW_NOT_ASKED`
   */
  giveAllClear(issue: IssueHead, content: string | null, by: Person): Promise<void>;
  /** Tells whoever asked for the review, and those who were asked. */
  approved(issue: IssueHead, by: Person, at: Date): Promise<void>;
  /**
   * Tells all of them, and whoever approved, that a campaign has ended. Idempotent by the approval; where the data were put back since
   * it, nobody knows whether that was told, and it is not told again.
   *
   * @param approval its name: the mail gives the figures of what left by it
   */
  sent(issue: IssueHead, approval: string): Promise<void>;
  /** Those who may not know where an issue stands now, although it concerns them, as the desk shows it to somebody. */
  untold(issue: IssueHead, person: Pick<Person, 'id'>): Promise<Untold[]>;
  /**
   * The last request for a review, as the desk shows it to somebody; null when there never was one.
   *
   * @param content digest of what is in review; null where nobody can say any more
   */
  describe(issue: string, person: Pick<Person, 'id'>, content: string | null): Promise<Review | null>;
  /** Forgets what was asked, said and set aside of an issue, with it: whoever deletes a text can rely on that. */
  forget(issue: string): Promise<void>;
}

export function openReviews(dependencies: ReviewDependencies): Reviews {
  const { requests, reviewers, comments, setAsides, outbox, records, mayBeKnown, onNotices, now } =
    dependencies;
  const askedKey = (request: number, userId: number) => keyOf('review-asked', String(request), userId);

  async function tell(
    concerned: readonly Concerned[],
    { kind, about, issue, by, words = '', approval, isDoubtful = false }: Telling,
  ): Promise<void> {
    const { documentId, number, language } = issue;
    const name = by.id === system.id ? null : by.name;
    const facts = { issue: documentId, number, language, by: name, words, approval };
    const userIds = new Set(concerned.map(({ userId }) => userId));
    const notices = [...userIds]
      .filter((userId) => String(userId) !== by.id)
      .map((userId): NewNotice => ({
        ...{ key: keyOf(kind, about, userId), kind, userId, byId: by.id, facts, isDoubtful },
      }));
    if (notices.length === 0) return;
    await outbox.add(notices);
    await onNotices();
  }

  /** What is to be known of where an issue stands now, by what, and by whom. */
  async function toBeKnown(
    issue: IssueHead,
  ): Promise<{ about: Outcome; key: string; concerned: Concerned[] } | null> {
    const { documentId, stage } = issue;
    const last = await requests.last(documentId);
    if (stage === 'drafting' && last?.endedBecause === 'sent-back')
      return { about: 'sent-back', key: String(last.id), concerned: askersOf(last) };
    if (!boundStages.includes(stage)) return null;
    const key = decisionOf(issue);
    if (stage !== 'sent') return { about: 'approved', key, concerned: partnersOf(last) };
    return { about: 'sent', key, concerned: await concernedBySend(issue) };
  }

  /** Whoever approved, whoever asked for the review, and those who were asked. */
  async function concernedBySend({ documentId, approvedBy: name = '' }: IssueHead): Promise<Concerned[]> {
    const [approval] = await records.past(documentId);
    const approver = approval ? personsOf({ id: approval.by, name }) : [];
    return [...approver, ...partnersOf(await requests.last(documentId))];
  }

  return {
    whoIsMeant: (question, by) => reviewers.find(question, by.id),
    async begin(issue, asked, message, person) {
      const by = actorOf(person);
      await requests.end(issue.documentId, 'replaced', by, null, now());
      const { id } = await requests.add(issue, by, asked, message, now());
      const concerned = asked.map((one) => ({ userId: one.id, name: one.name }));
      await tell(concerned, { kind: 'review-asked', about: String(id), issue, by, words: message });
      return id;
    },
    keepEdition: (request, issue, edition) => requests.keepEdition(request, issue, edition),
    async sentBack(issue, reason, person) {
      const by = actorOf(person);
      const last = await requests.last(issue.documentId);
      await requests.end(issue.documentId, 'sent-back', by, reason, now());
      if (last === null) return;
      await tell(askersOf(last), { kind: 'sent-back', about: String(last.id), issue, by, words: reason });
    },
    async withdrawn(issue, person) {
      await requests.end(issue.documentId, 'withdrawn', actorOf(person), null, now());
    },
    async allClearOf(issue, { id }) {
      const last = await requests.last(issue);
      return last?.asked.find((one) => one.id === id)?.allClear?.content ?? null;
    },
    async giveAllClear(issue, content, person) {
      const allClear = content === null ? null : { at: now().toISOString(), content };
      const request = await requests.setAllClear(issue.documentId, person.id, allClear);
      if (content === null) return;
      const about = `${request.id}/${person.id}/${content}`;
      await tell(askersOf(request), { kind: 'all-clear', about, issue, by: actorOf(person) });
    },
    async approved(issue, person, at) {
      const by = actorOf(person);
      const last = await requests.last(issue.documentId);
      await requests.end(issue.documentId, 'approved', by, null, at);
      const about = decisionOf({ ...issue, approvedAt: at.toISOString() });
      await tell(partnersOf(last), { kind: 'approved', about, issue, by });
    },
    async sent(issue, approval) {
      const [last] = await records.past(issue.documentId);
      const isDoubtful = await mayBeKnown(last);
      await tell(await concernedBySend(issue), {
        kind: 'sent',
        about: decisionOf(issue),
        issue,
        by: system,
        approval,
        isDoubtful,
      });
    },
    async untold(issue, person) {
      const known = await toBeKnown(issue);
      if (known === null) return [];
      const { about, key, concerned } = known;
      const names = new Map(concerned.map(({ userId, name }) => [userId, name]));
      const keys = [...names.keys()].map((userId) => keyOf(about, key, userId));
      const standings = await outbox.standings(keys);
      return [...names].flatMap(([userId, name]): Untold[] => {
        const { reason = null } = standings.get(keyOf(about, key, userId)) ?? {};
        // Whoever wants no mail has chosen that.
        if (reason === null || reason === 'muted') return [];
        return [{ about, name, isMine: userId === person.id, reason }];
      });
    },
    async describe(issue, person, content) {
      const last = await requests.last(issue);
      if (last === null) return null;
      const { at, byId, byName, message, asked, endedAt, endedBecause, endedByName: by, reason } = last;
      const standings = await outbox.standings(asked.map(({ id }) => askedKey(last.id, id)));
      return {
        at: at.toISOString(),
        by: { id: byId, name: byName },
        message: message ?? '',
        asked: asked.map(({ id, name, allClear }) => ({
          ...{ id, name, isMine: id === person.id },
          notice: standings.get(askedKey(last.id, id)) ?? null,
          allClear: allClear ? { at: allClear.at, isCurrent: allClear.content === content } : null,
        })),
        isAsked: asked.some(({ id }) => id === person.id),
        ended:
          endedAt && endedBecause ? { because: endedBecause, at: endedAt.toISOString(), by, reason } : null,
        openComments: await comments.countOpen(issue),
      };
    },
    async forget(issue) {
      await requests.forget(issue);
      await comments.forget(issue);
      await setAsides.forget(issue);
    },
  };
}

interface Telling {
  kind: ChosenNotice;
  /** What is told, as its notices are known by it: a request, or an approval. */
  about: string;
  issue: IssueHead;
  by: Actor;
  words?: string;
  /** Of a send: see {@link Reviews.sent}. */
  approval?: string;
  isDoubtful?: boolean;
}

function keyOf(kind: ChosenNotice, about: string, userId: number): string {
  return `${kind}/${about}/${userId}`;
}

/** What is told of an approval and of what follows from it is known by its moment. Pure. */
function decisionOf({ documentId, approvedAt }: Pick<IssueHead, 'documentId' | 'approvedAt'>): string {
  return `${documentId}/${approvedAt ?? ''}`;
}
