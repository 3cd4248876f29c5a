import { aboutOne } from './about-recipient';
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
  const whole = said.replace(/\bmessage[- ]?id\b[^\n]{0,20}<[^<>\n]{0,200}>/gi, '');
  const apart = withoutQuotedFields(whole);
  const text = addressesIn(apart).some(isCandidate) ? apart : whole;
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

/** A line that repeats a field of our message: Notes and Exchange write to whom it was, and under which subject, before who failed. */
const quotedField =
  /^[ \t>]{0,12}(to|cc|bcc|cci|from|subject|sent|date|de|à|a|objet|envoyé|von|an|betreff|gesendet|para|asunto|assunto|enviado)[ \t]{0,6}:/i;
const tellsSubject = /^(?:subject|objet|betreff|asunto|assunto)$/i;

/** A text without runs of such lines; a `To:` alone may well name who failed. */
function withoutQuotedFields(text: string): string {
  const kept: string[] = [];
  let run: string[] = [];
  let hasSubject = false;
  const close = (): void => {
    if (run.length < 2 || !hasSubject) kept.push(...run);
    [run, hasSubject] = [[], false];
  };
  for (const line of text.split('\n')) {
    const name = quotedField.exec(line)?.[1];
    const isFolded = run.length > 0 && /^[ \t]{2,}\S/.test(line) && !line.includes(':');
    if (name === undefined && !isFolded) close();
    if (name !== undefined) hasSubject ||= tellsSubject.test(name);
    (name !== undefined || isFolded ? run : kept).push(line);
  }
  close();
  return kept.join('\n');
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

/** The person a message comes from, where a person wrote it. */
export function senderOf({ from, fields }: ReadMessage): string | null {
  return from[0] ? readAddress(from[0]) : readAddress(first(fields, 'return-path'));
}
