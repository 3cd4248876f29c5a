import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AnswerOf, Comment, RequestOf } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import { actorOf } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { placeIn } from '../common/words/obstacle-words';
import { wordsOf } from '../common/words/words-of';
import { issueUnknown } from '../content/documents/existing-issue';
import { nullableField } from '../content/documents/stored-fields';
import type { Editions } from '../editions/editions';
import { editableOf } from '../editions/obstacles';
import { placeOf } from '../editions/place-of';
import type { IssueDraft } from '../editions/to-issue';
import { anchorOf, isWhole, placeFinder, placesIn } from './comment-places';

/** More than a person reads; comments of one issue are read at once. */
const mostComments = 500;

const rowSchema = z.object({
  id: z.number(),
  place: nullableField(z.string()).transform((place) => place ?? ''),
  subject: nullableField(z.string()),
  section: nullableField(z.string()),
  calledBefore: nullableField(z.string()),
  text: z.string(),
  answers: nullableField(z.number()),
  byId: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
  settledAt: nullableField(z.coerce.date()),
  settledByName: nullableField(z.string()),
});
type Row = z.infer<typeof rowSchema>;

type Listed = AnswerOf<'listComments'>;

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

/** @param now what comments are dated by */
export function openComments(
  { db }: Pick<Core.Strapi, 'db'>,
  editions: Pick<Editions, 'sourcesOf'>,
  now: () => Date,
): Comments {
  const rows = () => db.query(uids.comment);
  const draftOf = async (issue: string): Promise<IssueDraft> => {
    const sources = await editions.sourcesOf(issue);
    if (sources === null) throw issueUnknown();
    return sources.shown.draft;
  };
  const thread = async (issue: string, id: number): Promise<void> => {
    const found: unknown = await rows().findOne({ where: { id, issue, answers: { $null: true } } });
    if (!found) throw new Refusal('COMMENT_UNKNOWN', {});
  };

  async function list(issue: string, person: Person, draft: IssueDraft): Promise<Listed> {
    const where = (place: string) => calledIn(place, draft, person);
    const places = placesIn(draft);
    const found: unknown = await rows().findMany({ where: { issue }, orderBy: { id: 'asc' } });
    const all = z.array(rowSchema).parse(found);
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
        place,
        where: place === null ? (row.calledBefore ?? '') : where(place),
        editable: place === null ? null : editableOf(placeOf(place, draft), { documentId: issue }),
        answers: all.filter(({ answers }) => answers === row.id).map(written),
        settled: row.settledAt && { by: row.settledByName ?? '', at: row.settledAt.toISOString() },
      }));
    return { comments, places: places.map((place) => ({ place, where: where(place) })) };
  }

  return {
    list: async (issue, person) => list(issue, person, await draftOf(issue)),
    async write(issue, { place, text, answers }, person) {
      const draft = await draftOf(issue);
      if ((await rows().count({ where: { issue } })) >= mostComments)
        throw new Refusal('COMMENT_LIMIT', { limit: mostComments });
      const { id: byId, name: byName } = actorOf(person);
      const own = { issue, text, byId, byName, at: now() };
      if (answers !== null) {
        await thread(issue, answers);
        await rows().create({ data: { ...own, answers } });
        await rows().updateMany({ where: { id: answers }, data: { settledAt: null, settledByName: null } });
      } else {
        if (!placesIn(draft).includes(place)) throw new Refusal('COMMENT_MISPLACED', {});
        const calledBefore = calledIn(place, draft, person);
        await rows().create({ data: { ...own, ...anchorOf(place, draft), calledBefore } });
      }
      return list(issue, person, draft);
    },
    async settle(issue, id, isSettled, person) {
      const draft = await draftOf(issue);
      await thread(issue, id);
      const settled = { settledAt: now(), settledByName: actorOf(person).name };
      const open = { settledAt: null, settledByName: null };
      const isAlready = { settledAt: { $notNull: true } };
      if (isSettled) await rows().updateMany({ where: { id, settledAt: { $null: true } }, data: settled });
      else await rows().updateMany({ where: { id, ...isAlready }, data: open });
      return list(issue, person, draft);
    },
    countOpen: (issue) =>
      rows().count({ where: { issue, answers: { $null: true }, settledAt: { $null: true } } }),
    async forget(issue) {
      await rows().deleteMany({ where: { issue } });
    },
  };
}

function written({ id, byId, byName, at, text }: Row) {
  return { id, by: { id: byId, name: byName }, at: at.toISOString(), text };
}

/** A place in the person's words. Pure. */
function calledIn(place: string, draft: IssueDraft, { language }: Pick<Person, 'language'>): string {
  const found = placeOf(place, draft);
  return isWhole(place) ? wordsOf(language).place(found) : placeIn(found, language);
}
