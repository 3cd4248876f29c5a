import { readAddress } from '../addresses-in-text';
import { all, first, readFields, type Fields } from '../mime/header-fields';

/** What the fields of a report say about one recipient. */
export interface RecipientReport {
  /** Final-Recipient or, where that is not an address, Original-Recipient. */
  address: string | null;
  /** In lower case, or '' where none is given. */
  action: string;
  /** `5.1.1`, or ''. */
  status: string;
  /** What the refusing server said, on one line, or ''. */
  diagnostic: string;
}

/** The fields of a recipient's group; when one of them comes a second time, the next group has begun. */
const recipientFields = /^(?:final-recipient|original-recipient|action|status)$/;
const anyReportField = /^[ \t>]{0,4}(?:Final-Recipient|Original-Recipient)[ \t]{0,4}:/im;
const mostRecipients = 200;

/** Whether a text holds a delivery report, however its part is labelled. */
export function looksLikeReport(text: string): boolean {
  return (
    anyReportField.test(text) ||
    (/^Reporting-MTA[ \t]*:/im.test(text) && /^(?:Action|Status)[ \t]*:/im.test(text))
  );
}

/**
 * Reads the recipients of a `message/delivery-status` part, or of a text that holds its fields. Groups are separated
 * by empty lines, as they should be, or begin where a field is repeated, as some servers write them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3464#section-2.3
 */
export function readDeliveryReport(text: string): RecipientReport[] {
  const reports: RecipientReport[] = [];
  for (const group of groupsOf(text)) {
    const fields = readFields(group);
    const isRecipient =
      fields.has('final-recipient') ||
      fields.has('original-recipient') ||
      (fields.has('action') && fields.has('status'));
    if (isRecipient) reports.push(reportOf(fields));
    if (reports.length >= mostRecipients) break;
  }
  return reports;
}

/** Whether a recipient was refused or kept waiting: not where it got the message, or where the status is of class 2. */
export function isRefusal({ action, status, diagnostic }: RecipientReport): boolean {
  if (/^(?:delivered|relayed|expanded|deliverable)$/.test(action)) return false;
  return !status.startsWith('2') || action === 'delayed' || /(?<![\d.])[45]\d\d[ -]/.test(diagnostic);
}

function reportOf(fields: Fields): RecipientReport {
  const address = all(fields, 'final-recipient', 'original-recipient', 'x-actual-recipient')
    .map(readAddress)
    .find((found) => found !== null);
  const diagnostic = all(fields, 'diagnostic-code', 'x-supplementary-info', 'x-notes-diagnostic')
    .map((value) => value.replace(/^[A-Za-z0-9-]{1,30}\s*;\s*/, ''))
    .join(' ');
  return {
    address: address ?? null,
    action: /^[a-z]+/.exec(first(fields, 'action').toLowerCase())?.[0] ?? '',
    status: /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(first(fields, 'status'))?.[0] ?? '',
    diagnostic,
  };
}

function groupsOf(text: string): string[] {
  const groups: string[][] = [];
  let lines: string[] = [];
  let seen = new Set<string>();
  const close = (): void => {
    if (lines.length > 0) groups.push(lines);
    lines = [];
    seen = new Set();
  };
  for (const quoted of text.split('\n')) {
    const line = quoted
      .replace(/^[ \t]{0,4}>[ \t]?/, '')
      .replace(/^[ \t]{1,4}(?=Final-R|Original-R|Action:|Status:)/i, '');
    const name = /^([A-Za-z-]{4,30})[ \t]{0,4}:/.exec(line)?.[1]?.toLowerCase() ?? '';
    if (line.trim() === '' || (recipientFields.test(name) && seen.has(name))) close();
    if (line.trim() === '') continue;
    if (name) seen.add(name);
    lines.push(line);
  }
  close();
  return joinTorn(groups).map((group) => group.join('\n'));
}

/** Removes the empty line that some gateways put between a recipient and its status. */
function joinTorn(groups: string[][]): string[][] {
  const has = (group: string[], name: string): boolean =>
    group.some((line) => line.toLowerCase().startsWith(name));
  return groups.reduce<string[][]>((joined, group) => {
    const before = joined.at(-1);
    const isTorn =
      before !== undefined &&
      has(before, 'final-recipient') &&
      !has(before, 'status') &&
      has(group, 'status') &&
      !has(group, 'final-recipient');
    if (isTorn) before.push(...group);
    else joined.push(group);
    return joined;
  }, []);
}
