import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key that messages are signed with, and where its public half stands: `<selector>._domainkey.<domain>`. */
export const dkimKeySchema = z.strictObject({
  domain: z.string(),
  selector: z.string(),
  /** RSA or ed25519, as PEM text. */
  key: z.string().refine(isPrivateKey, { error: 'expected a private key as PEM text' }),
});
/** See {@link dkimKeySchema}. */
export type DkimKey = z.output<typeof dkimKeySchema>;

/** A {@link DkimKey} ready to sign with: reading a PEM text for each message costs more than signing. */
type SigningKey = Omit<DkimKey, 'key'> & { key: KeyObject };

/** Reads the keys' texts. Pure. */
export function signingKeys(keys: readonly DkimKey[]): SigningKey[] {
  return keys.map(({ key, ...named }) => ({ ...named, key: createPrivateKey(key) }));
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}

/**
 * What each signature covers. `From` is named once more than it occurs, so that a second one cannot be added. The two
 * List-Unsubscribe fields are RFC 8058's condition for one-click; `Feedback-ID` is Gmail's for its feedback loop.
 */
const signedFields = [
  'From',
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Feedback-ID',
  'MIME-Version',
  'Content-Type',
];

/**
 * Signs a message: one `DKIM-Signature` field for each key, to be put before the head. Pure.
 *
 * @param head finished header fields, each ended by CRLF, each name once
 * @param body the body in pieces, each through {@link relaxedLines} already: what is the same for everybody goes through
 *   it once an edition and not once a message
 * @see https://www.rfc-editor.org/rfc/rfc6376 and 8463 (ed25519)
 */
export function dkimSignatures(
  keys: readonly SigningKey[],
  { head, body, date }: { head: string; body: readonly Buffer[]; date: Date },
): string {
  const hash = createHash('sha256');
  for (const piece of body) hash.update(piece);
  const bodyHash = hash.digest('base64');
  const signed = relaxedFields(head);
  return keys.map((key) => signature(key, signed, bodyHash, date)).join('');
}

/** RFC 6376 §3.4.4 for whole lines: white space at their ends goes, any other run of it becomes one space. Pure. */
export function relaxedLines(lines: Buffer): Buffer {
  const text = lines.toString('latin1');
  // Quoted-printable lines never end in white space and runs of it are rare, so most pieces stay as they are.
  if (!/[\t ](?=[\t ]|\r\n)|\t/.test(text)) return lines;
  return Buffer.from(text.replace(/[\t ]+/g, ' ').replaceAll(' \r\n', '\r\n'), 'latin1');
}

function signature(
  { domain, selector, key }: SigningKey,
  signed: string,
  bodyHash: string,
  date: Date,
): string {
  const isRsa = key.asymmetricKeyType === 'rsa';
  const field = [
    `DKIM-Signature: v=1; a=${isRsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed;`,
    `d=${domain}; s=${selector}; t=${Math.floor(date.getTime() / 1_000)};`,
    `h=${signedFields.slice(0, 7).join(':')}:`,
    `${signedFields.slice(7).join(':')};`,
    `bh=${bodyHash};`,
    'b=',
  ].join('\r\n ');
  const input = Buffer.from(signed + relaxedField(field));
  const value = isRsa
    ? sign('sha256', input, key)
    : sign(null, createHash('sha256').update(input).digest(), key);
  return `${field}${value.toString('base64').replace(/(.{72})(?=.)/g, '$1\r\n ')}\r\n`;
}

/** The signed fields as they are hashed, in the order of {@link signedFields}; one that is not there counts as nothing. */
function relaxedFields(head: string): string {
  const fields = new Map<string, string>();
  for (const field of head.split(/\r\n(?![\t ])/)) {
    if (field !== '') fields.set(field.slice(0, field.indexOf(':')).toLowerCase(), field);
  }
  return [...new Set(signedFields)]
    .map((name) => fields.get(name.toLowerCase()))
    .filter((field) => field !== undefined)
    .map((field) => `${relaxedField(field)}\r\n`)
    .join('');
}

/** RFC 6376 §3.4.2 */
function relaxedField(field: string): string {
  const colon = field.indexOf(':');
  const value = field.slice(colon + 1).replace(/\r\n/g, '');
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${value.replace(/[\t ]+/g, ' ').trim()}`;
}
