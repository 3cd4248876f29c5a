import { makeLinkToken } from './link-token';

/** Makes the address a reader follows, and a mail client posts to, to unsubscribe. */
export interface UnsubscribeLinks {
  urlFor(deliveryId: string): string;
  /** The same, of a token that {@link makeLinkToken} has made already. */
  urlWith(token: string): string;
}

/**
 * @param settings.publicUrl where the public pages stand, without a final slash: `https://news.example.org`
 * @param settings.secret key of the HMAC (`NACHRA_LINK_SECRET`)
 */
export function unsubscribeLinks(settings: { publicUrl: string; secret: string }): UnsubscribeLinks {
  const base = settings.publicUrl.replace(/\/+$/, '');
  const urlWith = (token: string): string => `${base}/unsubscribe/${token}`;
  return {
    urlFor: (deliveryId) => urlWith(makeLinkToken(settings.secret, 'unsubscribe', deliveryId)),
    urlWith,
  };
}
