import { DeliveryError } from '../../errors';
import { relaxedLines } from './dkim';

/**
 * A piece of a message as it stands on the wire, and as a signature sees it: whole lines, each ended by CRLF, none of them
 * begun by a dot. Nothing has to look at these bytes again on their way (RFC 5321 §4.5.2 asks for more only of others).
 */
export interface WirePiece {
  raw: Buffer;
  relaxed: Buffer;
}

/** @param lines lines that meet the rules of a {@link WirePiece} because of how they were made */
export function wirePiece(lines: string): WirePiece {
  const raw = Buffer.from(lines, 'latin1');
  return { raw, relaxed: relaxedLines(raw) };
}

/**
 * A piece that is the same for everybody, checked once.
 *
 * @throws {DeliveryError} `MESSAGE_INVALID`: a bare CR or LF, a dot that begins a line, an unfinished last line, or bytes
 *   that are not ASCII
 */
export function checkedPiece(lines: string): WirePiece {
  if (
    /(?:^|\n)\.|\r(?!\n)|(?<!\r)\n|[^\u0000-\u007f]/.test(lines) ||
    (lines !== '' && !lines.endsWith('\n'))
  ) {
    throw new DeliveryError(
      'MESSAGE_INVALID',
      { fault: 'lines' },
      'The edition was encoded to lines that SMTP cannot carry as they are, so no message can be made of it.',
    );
  }
  return wirePiece(lines);
}
