import { simpleParser, type ParsedMail } from 'mailparser';
import { textOfHtml } from './html-text';
import { first, parameter, type Fields } from './header-fields';
import type { RawPart } from './split-parts';

/** Characters of a part that are decoded: the text part of the longest report we know is a tenth of that. */
const longestPart = 96 * 1024;
const quick = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
} as const;

/**
 * Decodes a leaf to text by mailparser: transfer encoding and character set. A machine part is given to it as plain
 * text, because a report in base 64 is still a report. HTML comes back without its tags.
 */
export async function decodePart(part: RawPart): Promise<string> {
  const body = part.body.slice(0, longestPart);
  const contentType = first(part.fields, 'content-type');
  const encoding =
    first(part.fields, 'content-transfer-encoding')
      .replace(/[^\w-]/g, '')
      .slice(0, 30) || '8bit';
  const charset = charsetOf(parameter(contentType, 'charset'), body, encoding);
  const head = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${encoding}\n\n`;
  const text = (await parse(head + body))?.text ?? body;
  return part.type === 'text/html' ? textOfHtml(text) : text;
}

/** A header value in words: encoded words of RFC 2047 decoded, bare 8-bit bytes taken for what they most likely are. */
export async function decodeHeaderText(value: string): Promise<string> {
  if (value === '') return '';
  if (!value.includes('=?')) return Buffer.from(value, 'latin1').toString(isUtf8(value) ? 'utf8' : 'latin1');
  const parsed = await parse(`Subject: ${value.slice(0, 2_000)}\n\n`);
  return parsed?.subject ?? value;
}

/** The `From`, `To`, … addresses of a header block; [] where it holds none. */
export async function decodeAddresses(fields: Fields, name: 'from' | 'to'): Promise<string[]> {
  const value = first(fields, name).slice(0, 2_000);
  if (value === '') return [];
  const parsed = await parse(`From: ${value}\n\n`);
  return (parsed?.from?.value ?? []).flatMap(({ address }) => (address ? [address] : []));
}

async function parse(message: string): Promise<ParsedMail | null> {
  try {
    return await simpleParser(Buffer.from(message, 'latin1'), quick);
  } catch {
    return null;
  }
}

/** What is declared, unless the bytes say otherwise: JIS escapes under `us-ascii` are common in Japanese mail. */
function charsetOf(declared: string, body: string, encoding: string): string {
  const name = declared.replace(/[^\w.:-]/g, '').slice(0, 40);
  const isEncoded = /^base64$/i.test(encoding);
  const bytes = isEncoded ? Buffer.from(body, 'base64').toString('latin1') : body;
  if (/(?:\x1b|=1B)\$[@B]/.test(bytes)) return 'iso-2022-jp';
  const isSilent = name === '' || /^(?:us-)?ascii$|^unknown|^x-unknown|^ansi/i.test(name);
  if (!isSilent) return name;
  return /^quoted-printable$/i.test(encoding) || isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(latin1: string): boolean {
  return !Buffer.from(latin1, 'latin1').toString('utf8').includes('\ufffd');
}
