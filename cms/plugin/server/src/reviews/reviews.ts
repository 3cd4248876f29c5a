import type { RequestOf, Review } from '../../../shared/desk';
import type { ChosenNotice } from '../../../shared/review-lists';
import { actorOf, system, type Actor } from '../common/journal';
import type { Person } from '../common/person';
import type { IssueHead } from '../content/documents/issue';
import type { NewNotice } from '../notices/notice';
import type { Outbox } from '../notices/outbox';
import type { Comments } from './comments';
import type { ReviewerDirectory } from './reviewers';
import type { Asked, ReviewedEdition, ReviewRequests } from './review-requests';

/** What reviews are kept with. */
interface ReviewDependencies {
  requests: ReviewRequests;
  reviewers: ReviewerDirectory;
  comments: Pick<Comments, 'countOpen'>;
  outbox: Pick<Outbox, 'add' | 'standings'>;
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
  /** Tells whoever asked for the review, and those who were asked. */
  approved(issue: IssueHead, by: Person, at: Date): Promise<void>;
  /** Tells all of them, and whoever approved, that a campaign has ended. Idempotent by the approval. */
  sent(issue: IssueHead): Promise<void>;
  /** The last request for a review, as the desk shows it to somebody; null when there never was one. */
  describe(issue: string, person: Pick<Person, 'id'>): Promise<Review | null>;
}

export function openReviews(dependencies: ReviewDependencies): Reviews {
  const { requests, reviewers, comments, outbox, onNotices, now } = dependencies;
  const askedKey = (request: number, userId: number) => keyOf('review-asked', String(request), userId);

  async function tell(notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await outbox.add(notices);
    await onNotices();
  }

  const noticesTo = (
    userIds: readonly (number | null)[],
    { kind, about, issue, by, words = '' }: Telling,
  ): NewNotice[] => {
    const { documentId, number, language } = issue;
    const others = new Set(userIds.filter((id) => id !== null && String(id) !== by.id));
    const name = by.id === system.id ? null : by.name;
    const facts = { issue: documentId, number, language, by: name, words };
    return [...others].flatMap((userId) =>
      userId === null ? [] : [{ key: keyOf(kind, about, userId), kind, userId, byId: by.id, facts }],
    );
  };

  return {
    whoIsMeant: (question, by) => reviewers.find(question, by.id),
    async begin(issue, asked, message, person) {
      const by = actorOf(person);
      await requests.end(issue.documentId, 'replaced', by, null, now());
      const { id } = await requests.add(issue, by, asked, message, now());
      const userIds = asked.map((one) => one.id);
      await tell(noticesTo(userIds, { kind: 'review-asked', about: String(id), issue, by, words: message }));
      return id;
    },
    keepEdition: (request, issue, edition) => requests.keepEdition(request, issue, edition),
    async sentBack(issue, reason, person) {
      const by = actorOf(person);
      const last = await requests.last(issue.documentId);
      await requests.end(issue.documentId, 'sent-back', by, reason, now());
      if (last === null) return;
      const telling = { kind: 'sent-back', about: String(last.id), issue, by, words: reason } as const;
      await tell(noticesTo([userIdOf(last.byId)], telling));
    },
    async withdrawn(issue, person) {
      await requests.end(issue.documentId, 'withdrawn', actorOf(person), null, now());
    },
    async approved(issue, person, at) {
      const by = actorOf(person);
      const last = await requests.last(issue.documentId);
      await requests.end(issue.documentId, 'approved', by, null, at);
      if (last === null) return;
      const userIds = [userIdOf(last.byId), ...last.asked.map(({ id }) => id)];
      const about = `${issue.documentId}/${at.toISOString()}`;
      await tell(noticesTo(userIds, { kind: 'approved', about, issue, by }));
    },
    async sent(issue) {
      const last = await requests.last(issue.documentId);
      if (last === null) return;
      const approver = last.endedBecause === 'approved' ? userIdOf(last.endedById) : null;
      const userIds = [userIdOf(last.byId), ...last.asked.map(({ id }) => id), approver];
      const about = `${issue.documentId}/${issue.approvedAt ?? ''}`;
      await tell(noticesTo(userIds, { kind: 'sent', about, issue, by: system }));
    },
    async describe(issue, person) {
      const last = await requests.last(issue);
      if (last === null) return null;
      const { at, byId, byName, message, asked, endedAt, endedBecause, endedByName: by, reason } = last;
      const standings = await outbox.standings(asked.map(({ id }) => askedKey(last.id, id)));
      return {
        at: at.toISOString(),
        by: { id: byId, name: byName },
        message: message ?? '',
        asked: asked.map(({ id, name }) => ({
          ...{ id, name },
          notice: standings.get(askedKey(last.id, id)) ?? null,
        })),
        isAsked: asked.some(({ id }) => id === person.id),
        ended:
          endedAt && endedBecause ? { because: endedBecause, at: endedAt.toISOString(), by, reason } : null,
        openComments: await comments.countOpen(issue),
      };
    },
  };
}

interface Telling {
  kind: ChosenNotice;
  /** The decision that it tells of: nobody is told of one twice. */
  about: string;
  issue: IssueHead;
  by: Actor;
  words?: string;
}

/** What a notice is known by in the outbox. Pure. */
function keyOf(kind: ChosenNotice, about: string, userId: number): string {
  return `${kind}/${about}/${userId}`;
}

/** A person's number; null for a token or a program. Pure. */
function userIdOf(actorId: string | null): number | null {
  return actorId !== null && /^\d+$/.test(actorId) ? Number(actorId) : null;
}
