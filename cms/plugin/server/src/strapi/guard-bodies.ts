import { isTooDeep, mostLevels, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { stackOf } from '../common/errors';
import { Refusal } from '../common/refusal';
import { answerTo, errorBody } from '../common/refused-answer';
import { languageOf } from '../common/request-language';
import { isIncompleteRequest } from './incomplete-request';
import { isUnreadableQuery } from './unreadable-query';

/** Longer than any search or list of ids that a page asks for; a thousand columns to sort by end in an error of the database. */
const mostOfOneParameter = 2_000;

/** What the parsers of Koa throw: with the limit in bytes where there was one. */
const parseErrorSchema = z.object({
  status: z.number().optional(),
  httpCode: z.number().optional(),
  statusCode: z.number().optional(),
  limit: z.number().optional(),
});
const configSchema = z
  .object({ formidable: z.object({ maxFileSize: z.number() }).partial() })
  .partial()
  .catch({});

type Middleware = (context: Context, next: Next) => Promise<unknown>;
type Factory = (config: unknown, given: { strapi: Core.Strapi }) => Middleware;
/** The part of Strapi's registry of middlewares that is used here. */
interface Middlewares {
  extend(uid: string, extension: (factory: Factory) => Factory): void;
}

/**
 * Guards Strapi's reader of bodies (`strapi::body`), wherever it is used: what is too large, nested too deep or not readable is
 * refused with a sentence, before anything that walks it by recursion has seen it. Called in `register`.
 *
 * @param defaultLanguage for whoever asks for no other
 */
export function guardBodies(strapi: Core.Strapi, defaultLanguage: Language): void {
  strapi.get<Middlewares>('middlewares').extend('strapi::body', (factory) => (config, given) => {
    const mostFileBytes = configSchema.parse(config).formidable?.maxFileSize;
    return guarded(factory(config, given), defaultLanguage, mostFileBytes, strapi.log);
  });
}

function guarded(
  read: Middleware,
  defaultLanguage: Language,
  mostFileBytes: number | undefined,
  log: Core.Strapi['log'],
): Middleware {
  return async (context: Context, next: Next): Promise<void> => {
    let isRead = false;
    let refusal: Refusal | null = queryFault(context.querystring);
    if (refusal === null)
      try {
        await read(context, async () => {
          isRead = true;
          // What has no body, or one that is read later, has an empty one: some of Strapi's routes fail without.
          context.request.body ??= {};
          refusal = bodyFault(context.request.body);
          if (refusal !== null) return;
          makeStorable(context.request.body);
          await next();
        });
        // Strapi answers for a file that is too large, in a word for programs.
        if (!isRead && context.status === 413) refusal = tooLarge(mostFileBytes);
      } catch (error) {
        refusal = isRead ? requestRefusal(context, error) : refusalOf(error, mostFileBytes);
        if (refusal === null) throw error;
        // Should it be a fault of ours after all, here is where.
        if (refusal.code === 'REQUEST_INCOMPLETE') log.warn(`request.incomplete ${stackOf(error)}`);
      }
    if (refusal === null) return;
    // Files are read when it is known who sends them, everything else before.
    const answer = answerTo(refusal, languageOf(context, defaultLanguage));
    if (answer === null) return;
    context.status = answer.status;
    context.body = errorBody(answer);
  };
}

function queryFault(query: string): Refusal | null {
  // PostgreSQL has no such character.
  if (query.includes('%00')) return new Refusal('QUERY_UNREADABLE', {});
  if (query.length <= mostOfOneParameter) return null;
  const isLong = [...new URLSearchParams(query).values()].some((value) => value.length > mostOfOneParameter);
  return isLong ? new Refusal('QUERY_TOO_LONG', { limit: mostOfOneParameter }) : null;
}

/** Of a request that failed for what it asked or did not say; null for any other failure. */
function requestRefusal({ method, querystring, request }: Context, error: unknown): Refusal | null {
  if (method !== 'GET')
    return isIncompleteRequest(error, { ...Object(request.body), ...request.files })
      ? new Refusal('REQUEST_INCOMPLETE', {})
      : null;
  return querystring !== '' && isUnreadableQuery(error) ? new Refusal('QUERY_UNREADABLE', {}) : null;
}

function bodyFault(body: unknown): Refusal | null {
  if (isTooDeep(body)) return new Refusal('BODY_TOO_DEEP', { limit: mostLevels });
  // The media library sends JSON in a field of its form.
  const { fileInfo } = (typeof body === 'object' && body !== null ? body : {}) as { fileInfo?: unknown };
  for (const text of [fileInfo].flat()) {
    if (typeof text !== 'string') continue;
    try {
      if (isTooDeep(JSON.parse(text))) return new Refusal('BODY_TOO_DEEP', { limit: mostLevels });
    } catch {
      return new Refusal('BODY_UNREADABLE', {});
    }
  }
  return null;
}

/**
 * Puts the mark of an unknown character where a text has one that PostgreSQL does not store, as half of an emoji that another program
 * has cut: it would call the whole save an error of its own. In place, level by level.
 */
function makeStorable(body: unknown): void {
  let level: unknown[] = [body];
  while (level.length > 0) {
    const inside: unknown[] = [];
    for (const holder of level) {
      if (typeof holder !== 'object' || holder === null) continue;
      for (const [key, value] of Object.entries(holder)) {
        if (typeof value !== 'string') inside.push(value);
        else if (value.includes('\0') || !isWellFormed(value)) Reflect.set(holder, key, storable(value));
      }
    }
    level = inside;
  }
}

const halves = /[\ud800-\udfff]/u;

function isWellFormed(text: string): boolean {
  return !halves.test(text);
}

function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
}

/** What a parser could not take; null for what is not the sender's doing. */
function refusalOf(error: unknown, mostFileBytes: number | undefined): Refusal | null {
  const { status, httpCode, statusCode, limit } = parseErrorSchema.safeParse(error).data ?? {};
  const code = status ?? httpCode ?? statusCode ?? 500;
  if (code === 413) return tooLarge(limit ?? mostFileBytes);
  return code === 400 ? new Refusal('BODY_UNREADABLE', {}) : null;
}

function tooLarge(bytes: number | undefined): Refusal {
  return new Refusal('BODY_TOO_LARGE', { limit: bytes ?? null });
}
