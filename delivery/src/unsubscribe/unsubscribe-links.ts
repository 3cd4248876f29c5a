import { makeLinkToken } from './link-token';

/** Makes the address a reader follows, and a mail client posts to, to unsubscribe. */
export interface UnsubscribeLinks {
  urlFor(deliveryId: string): string;
}

/**
 * @param settings.publicUrl where the public pages stand, without a final slash: `https://news.example.org`
 * @param settings.secret key of the HMAC (`NACHRA_LINK_SECRET`)
 */
export function unsubscribeLinks(settings: { publicUrl: string; secret: string }): UnsubscribeLinks {
  const base = settings.publicUrl.replace(/\/+$/, '');
  return {
    urlFor: (deliveryId) =>
      `${base}/unsubscribe/${makeLinkToken(settings.secret, 'unsubscribe', deliveryId)}`,
  };
}
