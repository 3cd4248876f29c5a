import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { deskLanguage, logLanguage, type DeskLanguage } from './words/words-of';

/**
 * The language of whoever sends a request: the one in her profile, if she is known.
 *
 * @param defaultLanguage the installation's, for whoever asks for no other
 */
export function languageOf(context: Pick<Context, 'state' | 'get'>, defaultLanguage: Language): DeskLanguage {
  const user = context.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, context.get('accept-language'), defaultLanguage);
}

/**
 * The language of whoever is behind the request that is being answered, known or not; a script has none and gets that of the log.
 *
 * @param defaultLanguage the installation's
 */
export function requestLanguage(
  strapi: Pick<Core.Strapi, 'requestContext'>,
  defaultLanguage: Language,
): DeskLanguage {
  const request = strapi.requestContext.get();
  return request === undefined ? logLanguage : languageOf(request, defaultLanguage);
}
