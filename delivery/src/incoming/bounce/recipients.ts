import { addressesIn, addressInReturnPath, isMachine, readAddress } from './addresses-in-text';
import { all, first, readFields } from './mime/header-fields';
import type { ReadMessage } from './read-message';

/** A recipient named in words, and the words that are about this one. */
interface NamedRecipient {
  address: string;
  about: string;
}

const mostNamed = 50;

/**
 * Finds who failed in a report that has no fields: by X-Failed-Recipients, by the addresses at the start of lines,
 * by an address that is mentioned, by the original’s own recipient, by another sender’s return path. Pure.
 */
export function namedRecipients(message: ReadMessage): NamedRecipient[] {
  const { said } = message;
  const ours = ownAddresses(message);
  const isCandidate = (address: string): boolean => !ours.has(address.toLowerCase()) && !isMachine(address);
  const failed = all(message.fields, 'x-failed-recipients').flatMap(addressesIn);
  const text = said.replace(/\bmessage[- ]?id\b[^\n]{0,20}<[^<>\n]{0,200}>/gi, '');
  const opening = [
    ...text.matchAll(
      /^[ \t>*"'(-]{0,12}(?:(?:to|recipient|address|rcpt to|user|destinataire|adresse)[ \t]{0,3}[:=][ \t]{0,3})?(?:<|mailto:|smtp:|rfc822;)?[ \t]?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[^\s<>()"',;:]{1,200})/gim,
    ),
  ]
    .flatMap(([, written = '']) => addressesIn(written))
    .filter(isCandidate);
  const mentioned = addressesIn(text).filter(isCandidate);
  const originals = originalRecipients(message.original).filter(
    (address) => !ours.has(address.toLowerCase()),
  );
  const [known] = originals.filter((address) =>
    mentioned.some((other) => other.toLowerCase() === address.toLowerCase()),
  );
  const named =
    [
      failed,
      opening.length > 1 && known ? startingWith(known, opening) : opening,
      known ? [known] : [],
      mentioned.slice(0, 1),
      originals.slice(0, 1),
    ].find((addresses) => addresses.length > 0) ?? returnPathRecipients(message);
  const unique = [...new Map(named.map((address) => [address.toLowerCase(), address])).values()].slice(
    0,
    mostNamed,
  );
  return unique.map((address) => ({ address, about: aboutOne(said, address, unique) }));
}

/** Whom the original was for: its To, or the fields a server adds. */
export function originalRecipients(original: string): string[] {
  const fields = readFields(original.slice(0, 16_000).replace(/^[ \t>|]{1,6}(?=[A-Za-z-]{2,30}:)/gm, ''));
  return all(fields, 'x-hmxmroriginalrecipient', 'original-recipient', 'x-original-to', 'delivered-to', 'to')
    .map(readAddress)
    .filter((address) => address !== null)
    .filter((address) => !isMachine(address) && !/^(?:undisclosed|redacted|recipients?)\b/i.test(address));
}

/** Other senders’ return paths name the reader: `bounces+salma=example.org@…`. */
export function returnPathRecipients(message: ReadMessage): string[] {
  return all(message.fields, 'to', 'delivered-to', 'x-original-to', 'envelope-to')
    .flatMap(addressesIn)
    .map(addressInReturnPath)
    .filter((address) => address !== null);
}

/** The address this message was sent to, and those of whoever sent it: none of them failed. */
function ownAddresses({ fields, from }: ReadMessage): Set<string> {
  const values = all(
    fields,
    'to',
    'delivered-to',
    'x-original-to',
    'envelope-to',
    'return-path',
    'sender',
    'reply-to',
  );
  return new Set([...values.flatMap(addressesIn), ...from].map((address) => address.toLowerCase()));
}

function startingWith(known: string, addresses: string[]): string[] {
  return addresses.some((address) => address.toLowerCase() === known.toLowerCase()) ? addresses : [known];
}

/** The text from where an address is named to where the next one is. */
function aboutOne(said: string, address: string, others: readonly string[]): string {
  const lower = said.toLowerCase();
  const at = lower.indexOf(address.toLowerCase());
  if (at < 0) return said;
  const next = others
    .map((other) => lower.indexOf(other.toLowerCase(), at + address.length))
    .filter((index) => index > at);
  const lineStart = lower.lastIndexOf('\n', at) + 1;
  const about = said.slice(
    others.length > 1 ? lineStart : 0,
    Math.min(said.length, ...(others.length > 1 ? next : [])),
  );
  return about.trim();
}

/** The person a message comes from, where a person wrote it. */
export function senderOf({ from, fields }: ReadMessage): string | null {
  return from[0] ? readAddress(from[0]) : readAddress(first(fields, 'return-path'));
}
