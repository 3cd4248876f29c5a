import { makeLinkToken, type TokenSubject } from './link-token';
import { publicLinks } from './public-links';

/**
 * Makes the address a reader follows, and a mail client posts to, to unsubscribe; only this installation can have made it.
 *
 * @param settings.publicUrl where the public pages stand
 * @param settings.secret key of the HMAC (`NACHRA_LINK_SECRET`)
 */
export function unsubscribeLinks(settings: { publicUrl: string; secret: string }): {
  urlFor(subject: Partial<TokenSubject>): string;
} {
  const links = publicLinks(settings.publicUrl);
  return {
    urlFor: (subject) => links.unsubscribe(makeLinkToken(settings.secret, 'unsubscribe', subject)),
  };
}

/**
 * Where a number stands on the public site in one language: `/issues/242/ar`. Always with the language, because a mail is opened
 * years later, and what counts as the default may be another by then.
 *
 * @param publicUrl without a final slash
 */
export function viewUrl(
  publicUrl: string,
  { number, language }: { number: number; language: string },
): string {
  return publicLinks(publicUrl).issue(number, language);
}

/** Puts `+<tag>` before the `@`: an address of its own for each message (VERP). Pure. */
export function tagged(address: string, tag: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}
