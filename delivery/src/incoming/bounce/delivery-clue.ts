import type { DeliveryClue } from './classification';

/** Where a message may name a delivery. */
interface ClueSources {
  /** The addresses this message was sent to: To, Delivered-To, X-Original-To, … as written. */
  addressedTo: string[];
  /** The headers of the original, or what stands in their place, as written. */
  original: string;
}

/** `<delivery>.<HMAC>` behind the `+` of one of our addresses, or in an unsubscribe link. @see makeLinkToken */
const tokenInAddress = /([A-Za-z0-9._-]{1,40})\+([a-z0-9-]{1,40})\.([a-z2-7]{26})@/gi;
const tokenInLink = /\/unsubscribe\/([a-z0-9-]{1,40})\.([a-z2-7]{26})(?![a-z2-7])/i;
/** `<i242.<delivery>@…>`, as the message headers write it. */
const messageId = /<i\d{1,9}\.([a-z0-9-]{1,40})@[A-Za-z0-9.-]{1,200}>/i;

/**
 * Finds the delivery a message is about, the surest clue first: the token in the address it came to, the same in the
 * original's return path, the original's unsubscribe link, and last its Message-ID. Pure; checks no HMAC.
 */
export function findDeliveryClue({ addressedTo, original }: ClueSources): DeliveryClue | null {
  return (
    inAddress(addressedTo.join('\n'), 'address') ??
    inAddress(original, 'original-address') ??
    inLink(original) ??
    inMessageId(original)
  );
}

function inAddress(text: string, foundIn: DeliveryClue['foundIn']): DeliveryClue | null {
  const clues = [...text.matchAll(tokenInAddress)].map(([, local = '', id = '', mac = '']): DeliveryClue => {
    const deliveryId = id.toLowerCase();
    const purpose = /unsub|d[eé]s(?:abonn|inscr)|leave|optout/i.test(local) ? 'unsubscribe' : 'bounce';
    return { deliveryId, token: `${deliveryId}.${mac.toLowerCase()}`, purpose, foundIn };
  });
  return clues.find(({ purpose }) => purpose === 'bounce') ?? clues[0] ?? null;
}

function inLink(text: string): DeliveryClue | null {
  const [, id, mac] = tokenInLink.exec(text) ?? [];
  if (id === undefined || mac === undefined) return null;
  const deliveryId = id.toLowerCase();
  const token = `${deliveryId}.${mac.toLowerCase()}`;
  return { deliveryId, token, purpose: 'unsubscribe', foundIn: 'list-unsubscribe' };
}

function inMessageId(text: string): DeliveryClue | null {
  const id = messageId.exec(text)?.[1];
  if (id === undefined) return null;
  return { deliveryId: id.toLowerCase(), token: null, purpose: null, foundIn: 'message-id' };
}
