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
  const ours = unaffected(message);
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

const addressFields = ['to', 'delivered-to', 'x-original-to', 'envelope-to'] as const;
const senderFields = ['return-path', 'sender', 'reply-to'] as const;

/** The addresses this message was sent to, in lower case: ours. */
export function ownAddresses({ fields }: Pick<ReadMessage, 'fields'>): Set<string> {
  return new Set(
    all(fields, ...addressFields)
      .flatMap(addressesIn)
      .map((address) => address.toLowerCase()),
  );
}

/** Ours, and those of whoever sent this message: none of them failed. */
function unaffected({ fields, from }: ReadMessage): Set<string> {
  const theirs = [...all(fields, ...senderFields).flatMap(addressesIn), ...from];
  return new Set([...ownAddresses({ fields }), ...theirs.map((address) => address.toLowerCase())]);
}

function startingWith(known: string, addresses: string[]): string[] {
  return addresses.some((address) => address.toLowerCase() === known.toLowerCase()) ? addresses : [known];
}

/**
 * What a text says of one of several recipients: from each place where it names this one to where it names another. The
 * whole text where there is no other; '' where it does not name this one.
 */
export function aboutOne(said: string, address: string, everybody: readonly string[]): string {
  const lower = said.toLowerCase();
  const own = address.toLowerCase();
  const others = everybody.map((other) => other.toLowerCase()).filter((other) => other !== own);
  if (others.length === 0) return said.trim();
  const places = [own, ...others.slice(0, mostNamed)]
    .flatMap((name) => placesOf(lower, name).map((at) => ({ name, from: lower.lastIndexOf('\n', at) + 1 })))
    .sort((one, other) => one.from - other.from);
  return places
    .map(({ name, from }, index) => (name === own ? said.slice(from, places[index + 1]?.from) : ''))
    .join('\n')
    .trim();
}

/** What a text says of all its recipients: what stands above the first of them. */
export function aboutAll(said: string, everybody: readonly string[]): string {
  const lower = said.toLowerCase();
  const places = everybody.map((address) => lower.indexOf(address.toLowerCase())).filter((at) => at >= 0);
  return said.slice(0, Math.min(...places, said.length)).trim();
}

const mostPlaces = 20;

/** Where an address stands whole: `a@b.example` is not in `aa@b.example`. */
function placesOf(text: string, address: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(address); at >= 0 && places.length < mostPlaces;) {
    const isWhole =
      !/[a-z0-9._+-]/.test(text.charAt(at - 1)) && !/[a-z0-9-]/.test(text.charAt(at + address.length));
    if (isWhole) places.push(at);
    at = text.indexOf(address, at + address.length);
  }
  return places;
}

/** The person a message comes from, where a person wrote it. */
export function senderOf({ from, fields }: ReadMessage): string | null {
  return from[0] ? readAddress(from[0]) : readAddress(first(fields, 'return-path'));
}
