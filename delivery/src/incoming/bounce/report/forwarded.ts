import { bounceSender } from '../rules/bounce-signs';

/** The lines that mail programs put above what they forward within a text, in the languages of our editors and their neighbours. */
const fieldNames: Readonly<Record<string, readonly string[]>> = {
  from: ['from', 'de', 'von', 'da', 'van', 'من'],
  subject: ['subject', 'objet', 'betreff', 'asunto', 'assunto', 'oggetto', 'onderwerp', 'الموضوع'],
  to: ['to', 'à', 'a', 'an', 'para', 'aan', 'إلى'],
  date: [
    'date',
    'sent',
    'envoyé',
    'gesendet',
    'datum',
    'enviado',
    'fecha',
    'data',
    'inviato',
    'تاريخ',
    'التاريخ',
  ],
};
const nameOf = new Map(
  Object.entries(fieldNames).flatMap(([name, written]) => written.map((word) => [word, name] as const)),
);
const fieldLine = /^[ \t>|*]{0,12}([^\s:*]{1,12})[*\u00a0 \t]{0,3}:[*\u00a0 \t]{0,3}(\S[^\n]{0,400})$/;
const mostLines = 400;

/**
 * Finds a mail server's report that somebody forwards within their own text: at least three of its header lines, below each other, the
 * sender's among them a machine's. Pure, linear.
 *
 * @returns the report as a message of its own, or null where the text forwards none
 */
export function forwardedReportIn(text: string): Buffer | null {
  const lines = text.split('\n');
  for (let at = 0; at < Math.min(lines.length, mostLines); at += 1) {
    const block = headerBlock(lines, at);
    if (block === null) continue;
    const { fields, end } = block;
    const from = fields.get('from') ?? '';
    if (!bounceSender.test(from)) continue;
    const body = lines.slice(end).map((line) => line.replace(/^[ \t]{0,2}(?:>[ \t]?){1,4}/, ''));
    const header = `From: ${from}\nSubject: ${fields.get('subject') ?? ''}\nContent-Type: text/plain; charset=utf-8`;
    return Buffer.from(`${header}\n\n${body.join('\n').trim()}\n`);
  }
  return null;
}

/** The header lines that begin at a line, empty ones between them left out; null where there are fewer than three. */
function headerBlock(
  lines: readonly string[],
  from: number,
): { fields: Map<string, string>; end: number } | null {
  const fields = new Map<string, string>();
  let end = from;
  for (let at = from; at < lines.length && at < from + 12; at += 1) {
    const line = lines[at] ?? '';
    const [, written = '', value = ''] = fieldLine.exec(line) ?? [];
    const name = nameOf.get(written.toLowerCase());
    if (name === undefined && (at === from || /[^\s>|]/.test(line))) break;
    if (name === undefined) continue;
    if (!fields.has(name)) fields.set(name, value);
    end = at + 1;
  }
  return fields.size >= 3 && fields.has('from') ? { fields, end } : null;
}
