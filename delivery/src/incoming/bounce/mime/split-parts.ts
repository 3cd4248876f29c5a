import { cutHeader, first, parameter, readFields, type Fields } from './header-fields';

/** One leaf of a message: its own headers and its body as it came, not decoded. */
export interface RawPart {
  /** `text/plain`, in lower case; `text/plain` where none is given. */
  type: string;
  fields: Fields;
  body: string;
}

const deepest = 6;
const mostParts = 40;

/**
 * Takes a message apart at its boundaries, and no further than an attached message: what is inside it is the
 * original, and is never read as if the reporter had said it. (mailparser would put its text behind the report's.)
 *
 * Forgiving: a boundary that is not declared is guessed, one that never occurs makes the whole body one part, a missing
 * end is the end. Pure; linear in the text times the depth.
 */
export function splitParts(fields: Fields, body: string): RawPart[] {
  const parts: RawPart[] = [];
  walk(fields, body, 0, parts);
  return parts;
}

function walk(fields: Fields, body: string, depth: number, parts: RawPart[]): void {
  if (parts.length >= mostParts) return;
  const contentType = first(fields, 'content-type');
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(contentType.toLowerCase())?.[0] ?? 'text/plain';
  const pieces = type.startsWith('multipart/') && depth < deepest ? piecesOf(body, contentType) : null;
  if (pieces === null) {
    parts.push({ type: type.startsWith('multipart/') ? 'text/plain' : type, fields, body });
    return;
  }
  for (const piece of pieces) {
    const { header, body: inner } = cutHeader(piece);
    walk(readFields(header), inner, depth + 1, parts);
  }
}

function piecesOf(body: string, contentType: string): string[] | null {
  const declared = parameter(contentType, 'boundary');
  for (const boundary of [declared, guessedBoundary(body)]) {
    const pieces = boundary === '' ? [] : piecesBetween(body, boundary);
    if (pieces.length > 0) return pieces;
  }
  return null;
}

function guessedBoundary(body: string): string {
  return /^--([^\s-][^\n]{0,69}|-[^\n]{3,69})\nContent-[A-Za-z-]{2,30}:/m.exec(body)?.[1]?.trim() ?? '';
}

function piecesBetween(body: string, boundary: string): string[] {
  const delimiter = `--${boundary}`;
  const pieces: string[] = [];
  let from = -1;
  let at = body.startsWith(delimiter) ? 0 : nextDelimiter(body, delimiter, 0);
  while (at >= 0 && pieces.length < mostParts) {
    if (from >= 0) pieces.push(body.slice(from, Math.max(from, at)));
    const lineEnd = body.indexOf('\n', at);
    const isLast = body.startsWith('--', at + delimiter.length);
    if (lineEnd < 0 || isLast) return pieces;
    from = lineEnd + 1;
    at = nextDelimiter(body, delimiter, lineEnd);
  }
  if (from >= 0) pieces.push(body.slice(from));
  return pieces;
}

/** Where the next line that begins with the delimiter begins. */
function nextDelimiter(body: string, delimiter: string, from: number): number {
  const at = body.indexOf(`\n${delimiter}`, from);
  return at < 0 ? -1 : at + 1;
}
