import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { reviewEnds, type ReviewEnd } from '../../../shared/review-lists';
import { uids } from '../../../shared/uids';
import type { Actor } from '../common/journal';
import { Refusal } from '../common/refusal';
import type { IssueHead } from '../content/documents/issue';
import { nullableField } from '../content/documents/stored-fields';

const allClearSchema = z.object({
  at: z.iso.datetime(),
  /** Digest of what she read. */
  content: z.string(),
});
/** A reviewer’s word that she has read what is in review and has nothing to say. */
type AllClear = z.infer<typeof allClearSchema>;

const askedSchema = z.object({ id: z.number(), name: z.string(), allClear: allClearSchema.nullish() });
/** Somebody who was asked for a review, and what she said. */
export type Asked = z.infer<typeof askedSchema>;

const editionSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() });
/** What a reader would have got of a version that somebody was asked to review, filled for a sample reader. */
export type ReviewedEdition = z.infer<typeof editionSchema>;

const requestSchema = z.object({
  id: z.number(),
  issue: z.string(),
  byId: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
  message: nullableField(z.string()),
  asked: z.array(askedSchema).catch([]),
  endedAt: nullableField(z.coerce.date()),
  endedBecause: nullableField(z.enum(reviewEnds)),
  endedById: nullableField(z.string()),
  endedByName: nullableField(z.string()),
  reason: nullableField(z.string()),
});
/** `plugin::newsletter.review-request`: who asked whom to review an issue, and how that ended. */
export type ReviewRequest = z.infer<typeof requestSchema>;

const editedSchema = requestSchema.extend({
  edition: z.string().transform((text) => editionSchema.parse(JSON.parse(text))),
});
/** A request with the edition that was to be reviewed. */
type ReviewedRequest = z.infer<typeof editedSchema>;

/** The requests for reviews, and the editions of the last two of each issue: what is in review, and what was before. */
export interface ReviewRequests {
  add(
    issue: IssueHead,
    by: Actor,
    asked: readonly Asked[],
    message: string,
    at: Date,
  ): Promise<ReviewRequest>;
  /** The last one of an issue, whatever became of it. */
  last(issue: string): Promise<ReviewRequest | null>;
  /** Ends the one that goes on. Idempotent: what has ended keeps its reason. */
  end(issue: string, because: ReviewEnd, by: Actor, reason: string | null, at: Date): Promise<void>;
  /**
   * Writes down what somebody who was asked says of what is in review, in the transaction that is open. Idempotent: her last word stands.
   *
   * @returns the request
   * @throws {Refusal} `REVIEW_OVER`, `REVIEW_NOT_ASKED`
   */
  setAllClear(issue: string, userId: number, allClear: AllClear | null): Promise<ReviewRequest>;
  keepEdition(id: number, issue: string, edition: ReviewedEdition): Promise<void>;
  /** The last version that somebody has judged, or was to, before the one that is in review now. */
  lastJudged(issue: string): Promise<ReviewedRequest | null>;
  /** Forgets all of an issue that was deleted, and what readers would have got of it. */
  forget(issue: string): Promise<void>;
}

const withoutEdition = [
  ...['id', 'issue', 'byId', 'byName', 'at', 'message', 'asked'],
  ...['endedAt', 'endedBecause', 'endedById', 'endedByName', 'reason'],
];
const newestFirst = { orderBy: { id: 'desc' } } as const;

export function openReviewRequests({ db }: Pick<Core.Strapi, 'db'>): ReviewRequests {
  const rows = () => db.query(uids.reviewRequest);
  async function last(issue: string): Promise<ReviewRequest | null> {
    const found: unknown = await rows().findOne({
      where: { issue },
      select: withoutEdition,
      ...newestFirst,
    });
    return found ? requestSchema.parse(found) : null;
  }
  return {
    async add({ documentId: issue, number, language }, by, asked, message, at) {
      const data = { issue, number, language, byId: by.id, byName: by.name, at, message, asked: [...asked] };
      return requestSchema.parse(await rows().create({ data }));
    },
    last,
    async setAllClear(issue, userId, allClear) {
      // Written to, so that it does not end meanwhile, and nobody else's word about it is lost.
      const going = { where: { issue, endedAt: { $null: true } }, data: { endedAt: null } };
      const { count } = await rows().updateMany(going);
      const request = count > 0 ? await last(issue) : null;
      if (request === null) throw new Refusal('REVIEW_OVER', {});
      if (!request.asked.some(({ id }) => id === userId)) throw new Refusal('REVIEW_NOT_ASKED', {});
      const asked = request.asked.map((one) => (one.id === userId ? { ...one, allClear } : one));
      await rows().updateMany({ where: { id: request.id }, data: { asked } });
      return { ...request, asked };
    },
    async end(issue, because, by, reason, at) {
      await rows().updateMany({
        where: { issue, endedAt: { $null: true } },
        data: { endedAt: at, endedBecause: because, endedById: by.id, endedByName: by.name, reason },
      });
    },
    async keepEdition(id, issue, { subject, html, text }) {
      await rows().updateMany({
        where: { id },
        data: { edition: JSON.stringify({ subject, html, text }) },
      });
      const where = { issue, edition: { $notNull: true }, id: { $lt: id } };
      const [, ...older] = z
        .array(z.object({ id: z.number() }))
        .parse(await rows().findMany({ where, select: ['id'], ...newestFirst }));
      const ids = older.map((row) => row.id);
      if (ids.length > 0) await rows().updateMany({ where: { id: { $in: ids } }, data: { edition: null } });
    },
    async lastJudged(issue) {
      const where = { issue, edition: { $notNull: true }, endedAt: { $notNull: true } };
      const found: unknown = await rows().findOne({ where, ...newestFirst });
      return found ? editedSchema.parse(found) : null;
    },
    async forget(issue) {
      await rows().deleteMany({ where: { issue } });
    },
  };
}
