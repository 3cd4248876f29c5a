import { decodeAddresses, decodeHeaderText, decodePart } from './mime/decode';
import { cutHeader, first, parameter, readFields, type Fields } from './mime/header-fields';
import { splitParts, type RawPart } from './mime/split-parts';
import { looksLikeReport, readDeliveryReport, type RecipientReport } from './report/delivery-report';
import { looksLikeFeedback, readFeedbackReport, type FeedbackReport } from './report/feedback-report';
import { forwardedReportIn } from './report/forwarded';
import { cutOriginal } from './report/original';

/** A message in its parts: its own words, the fields of a report, and the copy of the original. */
export interface ReadMessage {
  fields: Fields;
  /** Decoded. */
  subject: string;
  from: string[];
  /** What the sender of this message says, without the original below it. */
  said: string;
  /** RFC 3464 fields, from their part or from the text; [] where there are none. */
  reports: RecipientReport[];
  /** RFC 5965 fields; null where there are none. */
  feedback: FeedbackReport | null;
  /** The original's headers, as received: searched for recipients and deliveries, never for reasons. */
  original: string;
  /** A whole report that this message has attached, or holds within its text, as somebody forwards it; null where there is none. */
  attachedReport: Buffer | null;
  isReceipt: boolean;
  /** Whether it ends in the middle of what it says: no end of its parts, or of its last line, and no original below. */
  isCut: boolean;
}

/** How many characters of decoded text are kept, and of the original. */
const longestSaid = 48_000;
const longestOriginal = 32_000;
/** How many parts are decoded: a report has three. */
const mostDecoded = 12;

/** How many bytes of a message are read: a report gives its reason long before the original's attachments begin. */
const longestMessage = 768 * 1024;

/** Reads any message, however malformed. Never throws; an empty one has empty fields. */
export async function readMessage(bytes: Buffer): Promise<ReadMessage> {
  const { header, body } = cutHeader(normaliseMessage(bytes));
  const fields = readFields(header.slice(0, 200_000));
  const parts = splitParts(fields, body);
  const plain: string[] = [];
  const html: string[] = [];
  const machine: string[] = [];
  const originals: string[] = [];
  const texts: string[] = [];
  for (const part of parts.slice(0, mostDecoded)) {
    if (isOriginal(part)) {
      originals.push(part.body.slice(0, longestOriginal));
      continue;
    }
    if (!isReadable(part)) continue;
    const text = await decodePart(part);
    texts.push(text);
    const { said, original } = cutOriginal(text);
    if (isMachine(part) || looksLikeFeedback(said)) machine.push(text);
    // A text below the original is the original's own, unless it holds a report's fields.
    else if (originals.length > 0 && !looksLikeReport(said)) originals.push(text.slice(0, longestOriginal));
    else (part.type === 'text/html' ? html : plain).push(said);
    if (original !== '') originals.push(original.slice(0, longestOriginal));
  }
  const words = plain.some((text) => text.trim() !== '') ? plain : html;
  const said = words.join('\n\n').slice(0, longestSaid);
  const reported = machine.filter((text) => !looksLikeFeedback(text)).flatMap(readDeliveryReport);
  const feedback = [...machine, said].find(looksLikeFeedback);
  return {
    fields,
    subject: await decodeHeaderText(first(fields, 'subject')),
    from: await decodeAddresses(fields, 'from'),
    said,
    reports: reported.length > 0 || !looksLikeReport(said) ? reported : readDeliveryReport(said),
    feedback: feedback === undefined ? null : readFeedbackReport(feedback),
    original: originals.join('\n\n').slice(0, longestOriginal),
    attachedReport: attachedReportIn(parts) ?? forwardedReportIn(texts[0] ?? ''),
    isCut: originals.length === 0 && !isWhole(fields, body),
    isReceipt: parts.some(({ type }) => type === 'message/disposition-notification'),
  };
}

/** The attached message that is a report of RFC 6522 itself: of the one who forwards it there is nothing to say. */
function attachedReportIn(parts: readonly RawPart[]): Buffer | null {
  const attached = parts.find(({ type, body }) => type === 'message/rfc822' && isReport(body));
  return attached ? Buffer.from(attached.body, 'latin1') : null;
}

function isReport(message: string): boolean {
  const contentType = first(readFields(cutHeader(message).header.slice(0, 200_000)), 'content-type');
  return /^multipart\/report\b/i.test(contentType) && /delivery-status|feedback-report/i.test(contentType);
}

/** Whether a message has its end: the last delimiter of its parts, or a line end. */
function isWhole(fields: Fields, body: string): boolean {
  const contentType = first(fields, 'content-type');
  const boundary = parameter(contentType, 'boundary');
  const hasParts = /^multipart\//i.test(contentType) && boundary !== '' && body.includes(`--${boundary}`);
  return hasParts ? body.includes(`--${boundary}--`) : body.endsWith('\n');
}

/**
 * Normalises a message for the code that follows: LF line ends, no mbox line, no byte order mark, bounded. Every byte
 * becomes one character (Latin-1), so that nothing is lost before the character set of a part is known. Pure, linear.
 */
function normaliseMessage(bytes: Buffer): string {
  const start = bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  return withLineFeeds(bytes.subarray(start, start + longestMessage))
    .toString('latin1')
    .replace(/^[\n \t\0]+/, '')
    .replace(/^>?From [^\n]*\n/, '');
}

const [lineFeed, carriageReturn] = [10, 13];
/** How many line ends in a row are kept: nobody says anything between them. */
const mostLineEnds = 20;

/** One line feed for each line end: up to four returns before one, or a return alone. A pattern takes 90 ms for a megabyte of returns. */
function withLineFeeds(bytes: Buffer): Buffer {
  const lines = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let ends = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    let end = at;
    while (end - at < 4 && bytes[end] === carriageReturn) end += 1;
    if (end > at && bytes[end] === lineFeed) at = end;
    const isEnd = byte === carriageReturn || byte === lineFeed;
    ends = isEnd ? ends + 1 : 0;
    if (ends > mostLineEnds) continue;
    lines[length] = isEnd ? lineFeed : byte;
    length += 1;
  }
  return lines.subarray(0, length);
}

function isOriginal({ type, body }: RawPart): boolean {
  const isMessage = /^(?:message\/(?:rfc822|global|partial)|text\/rfc822-headers|message\/global-headers)$/;
  // A report that was labelled as a message is still a report: its first line says so.
  return (
    isMessage.test(type) && !/^\s{0,4}(?:Reporting-MTA|Final-Recipient|Feedback-Type)[ \t]*:/i.test(body)
  );
}

function isMachine({ type, body }: RawPart): boolean {
  return (
    /^message\/(?:delivery-status|feedback-report|global-delivery-status|rfc822|global)$/.test(type) ||
    /^\s{0,4}(?:Reporting-MTA|Final-Recipient|Original-Recipient|Feedback-Type|Original-Envelope-Id)[ \t]*:/i.test(
      body,
    )
  );
}

function isReadable(part: RawPart): boolean {
  // A read receipt has a Final-Recipient too, but nothing was refused.
  if (part.type === 'message/disposition-notification') return false;
  return part.type.startsWith('text/') || part.type.startsWith('message/') || isMachine(part);
}
