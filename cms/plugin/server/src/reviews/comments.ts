import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AnswerOf, Comment, RequestOf } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import type { ContentTransactions } from '../common/content-transactions';
import { isDuplicate } from '../common/errors';
import { actorOf } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { issueUnknown } from '../content/documents/existing-issue';
import type { Editions, IssueSource } from '../editions/editions';
import { editableOf } from '../editions/obstacles';
import { placeOf } from '../editions/place-of';
import type { IssueDraft } from '../editions/to-issue';
import type { CommentNews } from './comment-news';
import { anchorOf, placeFinder, placesIn } from './comment-places';
import { calledIn, commentRowSchema, type CommentRow } from './comment-rows';

/** More than a person reads; comments of one issue are read at once. */
const mostComments = 500;

type Listed = AnswerOf<'listComments'>;

/** Of a comment that nobody has settled. */
const open = { settledAt: null, settledById: null, settledByName: null };

/** What people say about places of an issue. */
export interface Comments {
  /** @throws {Refusal} `ISSUE_UNKNOWN` */
  list(issue: string, person: Person): Promise<Listed>;
  /**
   * An answer to a settled comment opens it again.
   *
   * @throws {Refusal} `ISSUE_UNKNOWN`, `COMMENT_UNKNOWN`, `COMMENT_MISPLACED`, `COMMENT_LIMIT`
   */
  write(issue: string, comment: RequestOf<'writeComment'>['body'], person: Person): Promise<Listed>;
  /** Idempotent. @throws {Refusal} `ISSUE_UNKNOWN`, `COMMENT_UNKNOWN` */
  settle(issue: string, id: number, isSettled: boolean, person: Person): Promise<Listed>;
  countOpen(issue: string): Promise<number>;
  /** Forgets those on an issue that was deleted. */
  forget(issue: string): Promise<void>;
}

/** What comments are kept with. */
interface CommentDependencies extends Pick<ContentTransactions, 'transaction'> {
  editions: Pick<Editions, 'sourcesOf'>;
  /** Tells those whom it concerns, in the transaction of what is said. */
  news: Pick<CommentNews, 'tell'>;
  /** What comments are dated by. */
  now: () => Date;
}

export function openComments(
  { db }: Pick<Core.Strapi, 'db'>,
  { editions, news, transaction, now }: CommentDependencies,
): Comments {
  const rows = () => db.query(uids.comment);
  const sourceOf = async (issue: string): Promise<IssueSource> => {
    const sources = await editions.sourcesOf(issue);
    if (sources === null) throw issueUnknown();
    return sources.shown;
  };
  /** Somebody else may have begun to tell the same people at the same moment. */
  const told = async (work: () => Promise<void>): Promise<void> => {
    try {
      await transaction(work);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await transaction(work);
    }
  };
  const thread = async (issue: string, id: number): Promise<void> => {
    const found: unknown = await rows().findOne({ where: { id, issue, answers: { $null: true } } });
    if (!found) throw new Refusal('COMMENT_UNKNOWN', {});
  };

  async function list(issue: string, person: Person, draft: IssueDraft): Promise<Listed> {
    const where = (place: string) => calledIn(place, draft, person.language);
    const places = placesIn(draft);
    const found: unknown = await rows().findMany({ where: { issue }, orderBy: { id: 'asc' } });
    const all = z.array(commentRowSchema).parse(found);
    const numbers = new Map(
      all.filter(({ answers }) => answers === null).map(({ id }, at) => [id, at + 1] as const),
    );
    const placeNow = placeFinder(draft);
    const orders = new Map(places.map((place, at) => [place, at]));
    const order = (place: string | null) =>
      place === null ? places.length : (orders.get(place) ?? places.length);
    const comments = all
      .filter(({ answers }) => answers === null)
      .map((row) => ({ row, place: placeNow(row) }))
      .sort(
        (one, two) =>
          Number(one.row.settledAt !== null) - Number(two.row.settledAt !== null) ||
          order(one.place) - order(two.place),
      )
      .map(({ row, place }): Comment => ({
        ...written(row),
        number: numbers.get(row.id) ?? 1,
        quote: row.quote ?? '',
        place,
        where: place === null ? (row.calledBefore ?? '') : where(place),
        editable: place === null ? null : editableOf(placeOf(place, draft), { documentId: issue }),
        answers: all.filter(({ answers }) => answers === row.id).map(written),
        settled: row.settledAt && { by: row.settledByName ?? '', at: row.settledAt.toISOString() },
      }));
    return { comments, places: places.map((place) => ({ place, where: where(place) })) };
  }

  return {
    list: async (issue, person) => list(issue, person, (await sourceOf(issue)).draft),
    async write(issue, { place, quote, text, answers }, person) {
      const { draft, issue: head } = await sourceOf(issue);
      if ((await rows().count({ where: { issue } })) >= mostComments)
        throw new Refusal('COMMENT_LIMIT', { limit: mostComments });
      if (answers !== null) await thread(issue, answers);
      else if (!placesIn(draft).includes(place)) throw new Refusal('COMMENT_MISPLACED', {});
      const by = actorOf(person);
      const own = { issue, text, byId: by.id, byName: by.name, at: now() };
      await told(async () => {
        const about =
          answers === null
            ? { ...anchorOf(place, draft), quote, calledBefore: calledIn(place, draft, person.language) }
            : { answers };
        // Told first: what others write meanwhile is behind the row that the mail begins at.
        await news.tell(head, { answers, subject: anchorOf(place, draft).subject, at: own.at }, by);
        await rows().create({ data: { ...own, ...about } });
        if (answers !== null) await rows().updateMany({ where: { id: answers }, data: open });
      });
      return list(issue, person, draft);
    },
    async settle(issue, id, isSettled, person) {
      const { draft, issue: head } = await sourceOf(issue);
      await thread(issue, id);
      const by = actorOf(person);
      const at = now();
      await told(async () => {
        if (!isSettled) {
          await rows().updateMany({ where: { id, settledAt: { $notNull: true } }, data: open });
          return;
        }
        const { count } = await rows().updateMany({
          where: { id, settledAt: { $null: true } },
          data: { settledAt: at, settledById: by.id, settledByName: by.name },
        });
        if (count > 0) await news.tell(head, { answers: id, subject: null, at }, by);
      });
      return list(issue, person, draft);
    },
    countOpen: (issue) =>
      rows().count({ where: { issue, answers: { $null: true }, settledAt: { $null: true } } }),
    async forget(issue) {
      await rows().deleteMany({ where: { issue } });
    },
  };
}

function written({ id, byId, byName, at, text }: CommentRow) {
  return { id, by: { id: byId, name: byName }, at: at.toISOString(), text };
}
