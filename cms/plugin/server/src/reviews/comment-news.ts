import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { Actor } from '../common/journal';
import type { IssueHead } from '../content/documents/issue';
import type { Editions } from '../editions/editions';
import type { NoticeFacts } from '../notices/notice';
import type { Outbox } from '../notices/outbox';
import type { SaidInNotice } from '../notices/said-in-notice';
import { placeFinder } from './comment-places';
import { calledIn, commentRowSchema, type CommentRow } from './comment-rows';
import { partnersOf, personsOf } from './concerned';
import type { ReviewRequests } from './review-requests';

/** Something that is about to be said, or settled. */
interface Event {
  /** The comment that it belongs to; null for a new one. */
  answers: number | null;
  /** Of a new comment, the article or dashboard that it lies in; null for a part of the issue itself. */
  subject: string | null;
  at: Date;
}

/** Who is told what is said of an issue, and what there is to tell. */
export interface CommentNews {
  /**
   * Has those told whom it concerns, in the transaction that is open: who takes part in the review, who wrote the text, and who took
   * part in the thread; never whoever says it. Somebody whom a mail waits for already gets no second one.
   */
  tell(issue: IssueHead, event: Event, by: Actor): Promise<void>;
  /** What is new for a person by now, the oldest first. */
  of(facts: NoticeFacts, userId: number, language: Language): Promise<SaidInNotice[]>;
}

/** What is told of comments is read and written with. */
interface NewsDependencies {
  editions: Pick<Editions, 'sourcesOf'>;
  requests: Pick<ReviewRequests, 'last'>;
  outbox: Pick<Outbox, 'gather'>;
  /** Runs once the transaction that is open stands: has the outbox looked into. */
  onNotices: () => Promise<void>;
}

const writtenSchema = z.array(
  z.object({
    createdBy: z.object({ id: z.number() }).nullish(),
    updatedBy: z.object({ id: z.number() }).nullish(),
  }),
);

export function openCommentNews(
  { db }: Pick<Core.Strapi, 'db'>,
  { editions, requests, outbox, onNotices }: NewsDependencies,
): CommentNews {
  const rowsOf = async (issue: string): Promise<CommentRow[]> =>
    z
      .array(commentRowSchema)
      .parse(await db.query(uids.comment).findMany({ where: { issue }, orderBy: { id: 'asc' } }));

  /** Whoever made a document, and whoever saved it last, by their accounts. */
  async function writersOf(uid: string, documentId: string): Promise<number[]> {
    const populate = { createdBy: { select: ['id'] }, updatedBy: { select: ['id'] } };
    const found: unknown = await db.query(uid).findMany({ where: { documentId }, populate });
    return writtenSchema
      .parse(found)
      .flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy].flatMap((one) => one?.id ?? []));
  }

  /** Whom a thread concerns. */
  async function concernedBy(
    issue: string,
    thread: readonly CommentRow[],
    subject: string | null,
  ): Promise<Set<number>> {
    const review = partnersOf(await requests.last(issue)).map(({ userId }) => userId);
    const writers =
      subject === null
        ? await writersOf(uids.issue, issue)
        : [...(await writersOf(uids.article, subject)), ...(await writersOf(uids.dashboard, subject))];
    const said = thread.flatMap(({ byId, byName }) => personsOf({ id: byId, name: byName }));
    return new Set([...review, ...writers, ...said.map(({ userId }) => userId)]);
  }

  return {
    async tell({ documentId: issue, number, language }, { answers, subject, at }, by) {
      const rows = await rowsOf(issue);
      const thread = answers === null ? [] : threadOf(rows, answers);
      const concerned = await concernedBy(issue, thread, answers === null ? subject : subjectOf(thread));
      const news = { after: rows.at(-1)?.id ?? 0, since: at.toISOString() };
      const facts = { issue, number, language, by: by.name, words: '', news };
      for (const userId of [...concerned].filter((id) => String(id) !== by.id).sort((a, b) => a - b))
        await outbox.gather(`commented/${issue}/${userId}`, {
          ...{ kind: 'commented', userId, byId: by.id, facts },
        });
      await onNotices();
    },

    async of({ issue, news }, userId, language) {
      const sources = issue === null ? null : await editions.sourcesOf(issue);
      if (issue === null || sources === null || news === undefined) return [];
      const { draft } = sources.shown;
      const [rows, placeNow] = [await rowsOf(issue), placeFinder(draft)];
      const said: (SaidInNotice & { at: number })[] = [];
      for (const first of rows.filter(({ answers }) => answers === null)) {
        const thread = threadOf(rows, first.id);
        if (!(await concernedBy(issue, thread, first.subject)).has(userId)) continue;
        const place = placeNow(first);
        const gone = first.calledBefore ?? '';
        const where = place === '' ? '' : place === null ? gone : calledIn(place, draft, language);
        const about = { thread: first.id, where, quote: first.quote ?? '' };
        for (const row of thread.filter(({ id, byId }) => id > news.after && byId !== String(userId)))
          said.push({
            ...{ ...about, by: row.byName, words: row.text, at: row.at.getTime() },
            is: row.answers === null ? 'comment' : 'answer',
          });
        const { settledAt, settledById, settledByName } = first;
        if (settledAt && settledAt >= new Date(news.since) && settledById !== String(userId))
          said.push({ ...about, is: 'settled', by: settledByName ?? '', words: '', at: settledAt.getTime() });
      }
      return said.sort((one, other) => one.at - other.at);
    },
  };
}

/** A comment and its answers. Pure. */
function threadOf(rows: readonly CommentRow[], id: number): CommentRow[] {
  return rows.filter((row) => row.id === id || row.answers === id);
}

function subjectOf([first]: readonly CommentRow[]): string | null {
  return first?.subject ?? null;
}
