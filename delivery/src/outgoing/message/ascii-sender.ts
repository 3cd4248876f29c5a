import { normaliseAddress } from '../../campaigns/candidates';
import type { SenderIdentity } from '../../campaigns/freeze/sender-identity';

/**
 * A sender as it stands in envelopes and headers: with every domain in its ASCII form, so that any server takes it, SMTPUTF8 or not.
 * What is ASCII already stays as it was written. Pure.
 */
export function asciiSender(sender: SenderIdentity): SenderIdentity {
  const { fromAddress, replyTo, bounceAddress, unsubscribeAddress, publicUrl } = sender;
  return {
    ...sender,
    fromAddress: asciiAddress(fromAddress),
    ...(replyTo === undefined ? {} : { replyTo: asciiAddress(replyTo) }),
    bounceAddress: asciiAddress(bounceAddress),
    unsubscribeAddress: asciiAddress(unsubscribeAddress),
    publicUrl: isAscii(publicUrl) ? publicUrl : new URL(publicUrl).href,
  };
}

function asciiAddress(address: string): string {
  return isAscii(address) ? address : (normaliseAddress(address) ?? address);
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}
