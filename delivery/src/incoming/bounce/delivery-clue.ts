import { claimedSubject } from '../../campaigns/links/link-token';
import { fillPath, publicPaths } from '../../campaigns/links/public-links';
import type { DeliveryClue } from './classification';

/** Where a message may name a delivery. */
interface ClueSources {
  /** The addresses this message was sent to: To, Delivered-To, X-Original-To, … as written. */
  addressedTo: string[];
  /** The headers of the original, or what stands in their place, as written. */
  original: string;
}

/** A token behind the `+` of one of our addresses, or in an unsubscribe link. @see makeLinkToken */
const tokenInAddress =
  /([A-Za-z0-9._-]{1,40})\+([a-z0-9-]{1,40}\.[a-z2-7]{26}|[a-z2-7]{26}\.[a-z2-7]{18})@/gi;
const linkedToken = '([a-z0-9-]{1,40}(?:\\.[a-z2-7]{26}){1,2})(?![a-z2-7])';
const tokenInLink = new RegExp(fillPath(publicPaths.unsubscribe, { token: linkedToken }), 'i');
/** `<i242.<delivery>@…>`, as the message headers write it. */
const messageId = /<i\d{1,9}\.([a-z0-9-]{1,40})@[A-Za-z0-9.-]{1,200}>/i;

/**
 * Finds the delivery a message is about, the surest clue first: the token in the address it came to, the same in the
 * original's return path, the original's unsubscribe link, its address for unsubscribing by mail, which names the reader
 * and no delivery, and last its Message-ID. Pure; checks no HMAC.
 */
export function findDeliveryClue({ addressedTo, original }: ClueSources): DeliveryClue | null {
  const inOriginal = inAddress(original, 'original-address');
  return (
    inAddress(addressedTo.join('\n'), 'address') ??
    (inOriginal?.deliveryId ? inOriginal : null) ??
    inLink(original) ??
    inOriginal ??
    inMessageId(original)
  );
}

function inAddress(text: string, foundIn: DeliveryClue['foundIn']): DeliveryClue | null {
  const clues = [...text.matchAll(tokenInAddress)].map(([, local = '', token = '']): DeliveryClue => {
    const purpose = /unsub|d[eé]s(?:abonn|inscr)|leave|optout/i.test(local) ? 'unsubscribe' : 'bounce';
    return clueOf(token, purpose, foundIn);
  });
  return clues.find(({ purpose }) => purpose === 'bounce') ?? clues[0] ?? null;
}

function inLink(text: string): DeliveryClue | null {
  const token = tokenInLink.exec(text)?.[1];
  return token === undefined ? null : clueOf(token, 'unsubscribe', 'list-unsubscribe');
}

function clueOf(
  written: string,
  purpose: NonNullable<DeliveryClue['purpose']>,
  foundIn: DeliveryClue['foundIn'],
): DeliveryClue {
  const token = written.toLowerCase();
  const deliveryId = claimedSubject(token)?.deliveryId ?? null;
  // No return path names a person alone, whatever the address is called.
  return { deliveryId, token, purpose: deliveryId === null ? 'unsubscribe' : purpose, foundIn };
}

function inMessageId(text: string): DeliveryClue | null {
  const id = messageId.exec(text)?.[1];
  if (id === undefined) return null;
  return { deliveryId: id.toLowerCase(), token: null, purpose: null, foundIn: 'message-id' };
}
