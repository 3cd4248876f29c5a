import { makeLinkToken, type TokenSubject } from './link-token';

/** Makes the address a reader follows, and a mail client posts to, to unsubscribe. */
interface UnsubscribeLinks {
  urlFor(subject: Partial<TokenSubject>): string;
  /** The same, of a token that {@link makeLinkToken} has made already. */
  urlWith(token: string): string;
}

/**
 * Makes unsubscribe links that only this installation can have made.
 *
 * @param settings.publicUrl where the public pages stand, without a final slash: `https://news.example.org`
 * @param settings.secret key of the HMAC (`NACHRA_LINK_SECRET`)
 */
export function unsubscribeLinks(settings: { publicUrl: string; secret: string }): UnsubscribeLinks {
  const base = settings.publicUrl.replace(/\/+$/, '');
  const urlWith = (token: string): string => `${base}/unsubscribe/${token}`;
  return {
    urlFor: (subject) => urlWith(makeLinkToken(settings.secret, 'unsubscribe', subject)),
    urlWith,
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
  return `${publicUrl.replace(/\/+$/, '')}/issues/${number}/${language}`;
}

/** Puts `+<tag>` before the `@`: an address of its own for each message (VERP). Pure. */
export function tagged(address: string, tag: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}
