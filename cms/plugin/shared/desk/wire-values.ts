import { z } from 'zod';
import { ledgerHolds } from '../hold-lists';

/** A document id or one of the ledger's ids, as it stands in a path. */
export const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/i);

/** The number of a row, or of a revision: PostgreSQL takes no larger one, and calls it an error of its own. */
export const rowNumberSchema = z.int().min(1).max(2_147_483_647);

/** SHA-256 of an edition, in hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** An instant, ISO 8601. */
export const instantSchema = z.iso.datetime({ offset: true });

/** Why nothing may leave, as a code. */
export const ledgerHoldSchema = z.enum(ledgerHolds);

/** What somebody does to an issue, or to anything it contains, that keeps her from approving it. */
const deeds = ['submitted', 'changed', 'published', 'deleted', 'lifted-rule'] as const;
/** One of {@link deeds}. */
export type Deed = (typeof deeds)[number];

/** Who does not approve the issue of that number, and who may. */
export const fourEyesSchema = z.strictObject({
  number: z.int(),
  /** What the person who asks did that no approval has followed. */
  deeds: z.array(z.enum(deeds)),
  /** Names of all who did anything of that kind, hers among them. */
  names: z.array(z.string()),
  /** Names of those who have the right to approve, and did nothing of that kind. */
  approvers: z.array(z.string()),
});

export const countSchema = z.int().min(0);

/** A page of a list, as a query asks for it; pages are counted from 1. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};

/** What somebody types as an address: RFC 5321 has 254 characters, and whatever stands around them. */
export const typedAddressSchema = z.string().max(320);

/** A part of an address to look for; an empty one looks for nothing. */
export const searchSchema = z.string().trim().max(254);

/** One page of a list: `total` rows in all, of which these. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    page: z.int().min(1),
    pageSize: z.int().min(1),
    total: countSchema,
  });
}

/** One page of a list. */
export interface Page<Row> {
  rows: Row[];
  page: number;
  pageSize: number;
  total: number;
}
