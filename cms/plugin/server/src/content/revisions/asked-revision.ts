import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { RevisedWrite } from './revised-write';

const unasked = new AsyncLocalStorage<true>();

/**
 * Runs writes that need not say which revision they began from: those of a script that knows nobody is editing. They raise
 * the revision all the same, so whoever has the document open is told.
 *
 * @example await withoutRevision(() => strapi.documents(uids.article).update({ documentId, data }))
 */
export function withoutRevision<Result>(write: () => Promise<Result>): Promise<Result> {
  return unasked.run(true, write);
}

/** The parts of a request that may name a revision. */
export interface RevisionRequest {
  params?: { id?: unknown };
  request: { body?: unknown };
  get(header: string): string;
}

const revisionSchema = z.coerce.number().int().min(1);
const bodySchema = z.object({
  revision: revisionSchema.optional().catch(undefined),
  revisions: z.record(z.string(), revisionSchema).optional().catch(undefined),
});
/** `If-Match` of RFC 9110 §13.1.1 with one strong tag; a bare number is taken too. */
const ifMatch = /^"?(\d{1,9})"?$/;

/**
 * The revision that a change says it began from: a number, `any` where the caller need not say, null where it is missing.
 *
 * In this order: `data.revision`, which a form carries; `revision` beside `documentId`, for scripts; and, of the request
 * behind the write, `revisions` by document (an action on several), the header `If-Match`, and `revision` of the body,
 * which is there even where the person's role may not write the field.
 */
export function askedRevision(
  { documentId, params }: Extract<RevisedWrite, { is: 'change' }>,
  request: RevisionRequest | undefined,
): number | 'any' | null {
  if (unasked.getStore()) return 'any';
  const named = [params.data?.['revision'], params.revision].map((value) => revisionSchema.safeParse(value));
  const said = named.find(({ success }) => success)?.data;
  if (said !== undefined || request === undefined) return said ?? null;

  const body = bodySchema.safeParse(request.request.body).data;
  const ofSeveral = body?.revisions?.[documentId];
  if (ofSeveral !== undefined) return ofSeveral;
  // A request about one document says nothing about another one that it happens to change.
  const target = request.params?.id;
  if (target !== undefined && target !== documentId) return null;
  const tag = ifMatch.exec(request.get('if-match').trim())?.[1];
  return tag === undefined ? (body?.revision ?? null) : Number(tag);
}
