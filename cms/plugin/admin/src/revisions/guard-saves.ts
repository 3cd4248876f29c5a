import { adminApi } from '@strapi/strapi/admin';

import type { RevisedType } from '../../../shared/desk';
import { revisedTypeOf } from '../../../shared/uids';
import { askAgain, deletedRefusal } from './ask-again';
import { askingFirst } from './ask-first';
import type { Intent } from './question-store';
import { seenRevision, type QueryCache } from './seen-revision';
import { isStale, type Failure, type Query, type Result, type Send } from './sent-query';

/** What the content manager hands to its mutations. */
interface Argument {
  model: string;
  documentId?: string;
  documentIds?: string[];
  data?: Record<string, unknown>;
}

interface Api {
  getState(): unknown;
}

type Tags =
  readonly unknown[] | ((result: unknown, error: unknown, argument: Argument) => readonly unknown[]);

/** A mutation of Redux Toolkit, as far as it is replaced here. */
interface Mutation {
  query?: (argument: Argument) => Query;
  queryFn?: (argument: Argument, api: Api, options: unknown, send: Send) => Promise<Result> | Result;
  onQueryStarted?: unknown;
  invalidatesTags?: Tags;
}

/** Mutations that carry the form, those that only name a document, and those that name several. */
const ofForms: Record<string, Intent> = { updateDocument: 'save', publishDocument: 'publish' };
const ofOne: Record<string, Intent> = {
  deleteDocument: 'delete',
  unpublishDocument: 'unpublish',
  discardDocument: 'discard',
};
const ofSeveral = ['deleteManyDocuments', 'publishManyDocuments', 'unpublishManyDocuments'];

/**
 * Puts the revision that a person has on the screen into everything the content manager writes, and asks her where somebody
 * has saved meanwhile, or where an approval would end: the save waits for her choice and then goes on, so that Strapi's own
 * buttons, shortcuts, lists and windows need not know of it.
 *
 * Called once, when the content manager has defined its requests.
 */
export function guardSaves(): void {
  for (const [name, intent] of Object.entries(ofForms)) replace(name, guardedForm(intent));
  for (const [name, intent] of Object.entries(ofOne)) replace(name, guardedOne(intent));
  for (const name of ofSeveral) replace(name, guardedSeveral);
}

type Guarded = (query: (argument: Argument) => Query) => NonNullable<Mutation['queryFn']>;

function replace(name: string, guarded: Guarded): void {
  const endpoints = {
    [name]: (mutation: Mutation | undefined) => {
      const { query } = mutation ?? {};
      if (mutation === undefined || query === undefined) return;
      delete mutation.query;
      // Strapi shows a save as done before it is, and on refusal puts the stored text back, over what was typed.
      delete mutation.onQueryStarted;
      // A list is asked for again, so that whoever tries once more has seen what is in it.
      if (!ofSeveral.includes(name))
        mutation.invalidatesTags = unlessRefused(
          name === 'deleteDocument' ? withoutItself(mutation.invalidatesTags) : mutation.invalidatesTags,
        );
      const send = guarded(query);
      mutation.queryFn = (argument, api, options, baseQuery) =>
        revisedTypeOf(argument.model) === null
          ? baseQuery(query(argument))
          : send(argument, api, options, askingFirst(baseQuery));
    },
  };
  // The content manager's requests are no part of the admin's published types.
  (adminApi.enhanceEndpoints as (changes: { endpoints: object }) => void)({ endpoints });
}

/**
 * What a refused save makes old: nothing. Redux Toolkit would ask for the document again, and Strapi's form would take in
 * what comes, over what was typed.
 */
function unlessRefused(tags: Tags = []): Tags {
  return (result, error, argument) => {
    if (error !== undefined && error !== null) return [];
    return typeof tags === 'function' ? tags(result, error, argument) : tags;
  };
}

/**
 * A document that has been deleted is not asked for again, neither by its own tag nor by that of all items of its type, which
 * nothing has changed of: its page is still there for a moment, and would say “Not Found”.
 */
function withoutItself(tags: Tags = []): Tags {
  return (result, error, argument) => {
    const given = typeof tags === 'function' ? tags(result, error, argument) : tags;
    const own = [`${argument.model}_${argument.documentId ?? ''}`, `${argument.model}_ALL_ITEMS`];
    return given.filter((tag) => !own.includes((tag as { id?: string }).id ?? ''));
  };
}

const guardedForm =
  (intent: Intent): Guarded =>
  (query) =>
  async (argument, api, _options, send) => {
    const { model, data } = argument;
    const revision = data?.['revision'] ?? seen(api, argument);
    const asked = query({ ...argument, data: { ...data, revision } });
    let result = await send(asked);
    if (isStale(result.error))
      result = await askAgain(intent, typeOf(model), { ...asked, data: { ...data, revision } }, result, send);
    if (result.error?.status === 404 && argument.documentId !== undefined)
      result = { error: await deletedRefusal(typeOf(model), argument.documentId, result.error, send) };
    return result.error === undefined ? result : { error: asFieldError(result.error) };
  };

const guardedOne =
  (intent: Intent): Guarded =>
  (query) =>
  async (argument, api, _options, send) => {
    const revision = seen(api, argument);
    const asked = matching(query(argument), revision);
    const result = await send(asked);
    return isStale(result.error)
      ? askAgain(intent, typeOf(argument.model), asked, result, send, revision)
      : result;
  };

const guardedSeveral: Guarded = (query) => (argument, api, _options, send) => {
  const asked = query(argument);
  const revisions = (argument.documentIds ?? []).map((documentId) => [
    documentId,
    seen(api, { ...argument, documentId }),
  ]);
  return send({ ...asked, data: { ...asked.data, revisions: Object.fromEntries(revisions) as object } });
};

function seen(api: Api, { model, documentId }: Argument): number | undefined {
  return seenRevision(api.getState() as QueryCache, window.location.pathname, { model, documentId });
}

function matching(query: Query, revision: number | undefined): Query {
  if (revision === undefined) return query;
  const headers = { ...query.config?.headers, 'If-Match': `"${revision}"` };
  return { ...query, config: { ...query.config, headers } };
}

function typeOf(model: string): RevisedType {
  const type = revisedTypeOf(model);
  if (type === null) throw new Error(`${model} has no revisions.`);
  return type;
}

/**
 * Strapi's form takes any failure but one of its fields for a success: it forgets that something was typed, and leaves the
 * page without a question. So every refusal is one of a field, which no form shows.
 */
function asFieldError(error: Failure): Failure {
  if (error.name === 'ValidationError') return error;
  const errors = [{ path: ['revision'], message: error.message, name: 'ValidationError' }];
  return { ...error, name: 'ValidationError', details: { ...error.details, errors } };
}
