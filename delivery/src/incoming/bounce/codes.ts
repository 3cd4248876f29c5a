import { isGeneric } from './rfc3463';

/** The codes of a refusal. */
export interface Codes {
  /** RFC 3463, `5.1.1`. */
  status: string | null;
  /** Three digits, `550`. */
  reply: string | null;
  /** Whether the refusing server said to try again later. */
  isTemporary: boolean;
}

/** What the codes are read from; see `Evidence` in `judge.ts`. */
interface CodedEvidence {
  action: string;
  status: string;
  diagnostic: string;
  context: string;
}

/**
 * The codes of a refusal, those of the refusing server before those of the reporter: some reporters write 5.1.1 for every
 * 550. The words around a report are asked where its fields name no reason. Pure.
 */
export function codesOf({ action, status: field, diagnostic, context }: CodedEvidence): Codes {
  const saidStatus = enhancedIn(diagnostic);
  const isSilent = (field === '' && action === '') || (isGeneric(field) && diagnostic === '');
  const contextStatus = isSilent && saidStatus === null ? enhancedIn(context) : null;
  const quoted = enhancedPlaces[0]?.exec(diagnostic.slice(0, 500))?.[1] ?? '';
  const named = [quoted, field, saidStatus ?? '', contextStatus ?? ''].filter((status) => status !== '');
  const status = named.find((candidate) => !isGeneric(candidate)) ?? named[0] ?? null;
  const reply = replyIn(diagnostic) ?? (field !== '' || saidStatus ? null : replyIn(context));
  const isTemporary = (saidStatus ?? reply ?? status ?? '').startsWith('4');
  return { status, reply, isTemporary };
}

/** Where a code of RFC 3463 stands in words, the surest place first; not in a version number or an IP address. */
const enhancedPlaces: readonly RegExp[] = [
  /(?<![\d.])[45]\d\d[ -]{1,3}[#[(']{0,2}([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/,
  /#\s?([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/,
  /\b(?:status|code|error|DSN)\b[ \t:=]{0,4}([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/i,
  /(?:^|[\s(<[;:,'"])(?<!(?:version|exim|sendmail|server|mdaemon|postfix|release|imail|v|ver\.?|mta|from|\/)[ :]{0,2})([45]\.\d{1,2}\.\d{1,3})(?=[\s)>\];:,'"]|$)/im,
];

/** The first code of RFC 3463 in a text, or null. */
export function enhancedIn(text: string): string | null {
  const head = text.slice(0, 12_000);
  for (const place of enhancedPlaces) {
    const found = place.exec(head)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** The replies that servers give. */
const replyCode = '(?:4(?:2[12]|3[0-2]|5[0-5]|7\\d)|5(?:0[0-4]|2\\d|3\\d|5[0-6]|7\\d))';
/**
 * Where three digits are a reply and no number in a sentence (“extension 521”): at the beginning of a line, behind a sign or
 * a word that introduces an answer, or before a code of RFC 3463.
 */
const replyPlaces: readonly RegExp[] = [
  new RegExp(
    `(?:^[ \\t>]{0,12}|[:;,("'\\[#<>=\\]|][ \\t]{0,3}|\\b(?:said|says|code|error|status|repl(?:y|ied)|respon(?:se|ded)|returned|with|reason|SMTP|failed|refused|rejected|result|server|answer(?:ed)?)[ \\t:=#]{1,4})(${replyCode})(?:[ -]{1,3}(?=[^\\d\\s])|[ -](?=[45]\\d\\d )|[:\\])]|$)`,
    'im',
  ),
  new RegExp(`(?<![\\d.:/+-])(${replyCode})[ -]{1,2}#?(?=[45]\\.\\d{1,3}\\.\\d)`),
];

/** The first reply code in a text, or null. */
export function replyIn(text: string): string | null {
  const head = text.slice(0, 12_000);
  for (const place of replyPlaces) {
    const found = place.exec(head)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
