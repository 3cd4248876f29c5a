import type { Comparison, RevisedType } from '../../../shared/desk';
import { urlOf } from '../../../shared/endpoints';
import { askPerson, type Choice, type Intent } from './question-store';
import { isStale, type Failure, type Query, type Result, type Send } from './sent-query';

/**
 * Shows both versions, and sends the request once more with what the person chose, over the revision there is now; again
 * and again while others go on saving.
 *
 * @param refused what is returned, untouched, when she goes back: the form still holds what she typed
 * @param seen the revision she has on the screen, of a request that carries no form
 */
export async function askAgain(
  intent: Intent,
  type: RevisedType,
  asked: Query,
  refused: Result,
  send: Send,
  seen?: number,
): Promise<Result> {
  const { documentId } = (refused.error?.details?.data ?? {}) as { documentId?: string };
  if (documentId === undefined) return refused;
  const form = seen === undefined ? (asked.data ?? {}) : {};
  const body = { type, revision: seen ?? Number(form['revision']), data: form };
  let result = refused;
  while (isStale(result.error)) {
    const shown = await compare(documentId, body, send);
    if (shown.error !== undefined) return { error: shown.error };
    const choice = await askPerson(intent, shown.comparison);
    if (choice === null) return result;
    const next =
      seen === undefined
        ? await withChoice(documentId, body, shown.comparison, choice, asked, send)
        : onRevision(asked, shown.comparison.revision);
    // Null: somebody has saved while she chose, and she is shown that too.
    if (next !== null) result = await send(next);
  }
  return result;
}

/** The refusal of a save whose document somebody has deleted, or the failure as it was. */
export async function deletedRefusal(
  type: RevisedType,
  documentId: string,
  failure: Failure,
  send: Send,
): Promise<Failure> {
  const { error } = await compare(documentId, { type, revision: 1, data: {} }, send);
  return error?.details?.code === 'DOCUMENT_DELETED' ? error : failure;
}

interface Body {
  type: RevisedType;
  revision: number;
  data: Record<string, unknown>;
  choices?: NonNullable<Choice>;
}

type Compared = { comparison: Comparison; error?: undefined } | { error: Failure };

async function compare(documentId: string, body: Body, send: Send): Promise<Compared> {
  const url = urlOf('compareVersions', { documentId });
  const { data, error } = await send({ url, method: 'POST', data: { ...body } });
  return error === undefined ? { comparison: data as Comparison } : { error };
}

async function withChoice(
  documentId: string,
  body: Body,
  shown: Comparison,
  choices: NonNullable<Choice>,
  asked: Query,
  send: Send,
): Promise<Query | null> {
  const merged = await compare(documentId, { ...body, choices }, send);
  if (merged.error !== undefined || merged.comparison.revision !== shown.revision) return null;
  return { ...asked, data: merged.comparison.data ?? {} };
}

function onRevision(asked: Query, revision: number): Query {
  const headers = { ...asked.config?.headers, 'If-Match': `"${revision}"` };
  return { ...asked, config: { ...asked.config, headers } };
}
