import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { deskLanguage, logLanguage, type DeskLanguage } from './words/words-of';

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
  if (request === undefined) return logLanguage;
  const user = request.state.user as { preferedLanguage?: string | null } | undefined;
  return deskLanguage(user?.preferedLanguage, request.get('accept-language'), defaultLanguage);
}
