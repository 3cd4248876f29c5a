import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { DeskAction } from '../../../shared/lists';
import { askFirstHeader } from '../../../shared/refusal-codes';
import { actorOf, type Actor } from './journal';
import { personOf } from './person';
import { logLanguage, type DeskLanguage } from './words/words-of';
import type { Language } from '@nachra/renderer';

/** Whoever stands behind a request that writes: a person of the admin, or an API token. */
export interface Writer {
  actor: Actor;
  /** As Strapi records creators; null for a token. */
  userId: number | null;
  language: DeskLanguage;
  /** Whether a write that would end an approval is refused, so that the person can be asked. */
  asksFirst: boolean;
  may(action: DeskAction): boolean;
}

const tokenSchema = z.object({
  credentials: z.object({ id: z.union([z.string(), z.number()]), name: z.string() }),
});

/**
 * Reads who is behind the request that is being answered.
 *
 * @param defaultLanguage the installation's
 * @returns null where there is no request: a script, which may do everything
 */
export function writerBehind(
  strapi: Pick<Core.Strapi, 'requestContext'>,
  defaultLanguage: Language,
): Writer | null {
  const request = strapi.requestContext.get();
  if (request === undefined) return null;
  const asksFirst = request.get(askFirstHeader) !== '';
  if (request.state.user && request.state.userAbility) {
    const person = personOf(request, defaultLanguage);
    const { id, language } = person;
    return { actor: actorOf(person), userId: id, language, asksFirst, may: (action) => person.may(action) };
  }
  const token = tokenSchema.safeParse(request.state.auth).data?.credentials;
  return {
    actor: token ? { id: `token:${token.id}`, name: token.name } : { id: 'unknown', name: '?' },
    userId: null,
    language: logLanguage,
    asksFirst,
    may: () => false,
  };
}
