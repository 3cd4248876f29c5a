import type { Severity } from './classification';
import { unwrap, sentenceAt } from './unwrap';
import { isGeneric, replyRules, statusRule } from './rfc3463';
import { textRules, type TextRule } from './rules';

/** What a report says about one recipient. */
interface Evidence {
  /** RFC 3464 action, or ''. */
  action: string;
  /** The Status field, or ''. */
  status: string;
  /** What the refusing server said of this recipient. */
  diagnostic: string;
  /** What the report says besides: boilerplate, often with guesses in it. Asked last. */
  context: string;
}

/** What the evidence amounts to. */
interface Judgement {
  severity: Severity;
  /** `5.1.1`, or null where none was given. */
  status: string | null;
  /** Permanent name of the rule that decided. */
  rule: string;
  /** The words it matched, on one line; '' where it went by a code. */
  sentence: string;
}

/** The rule of every report that says the message is still waiting and has not been refused. */
export const delayRule = 'action-delayed';

/**
 * Judges a refusal by whatever states the reason most clearly:
 * 1. `Action: delayed`: nothing is refused yet
 * 2. plain words of the refusing server (“user unknown” beats the 5.0.0 or 5.7.1 it came under)
 * 3. a status that names a reason
 * 4. plain words of the report, then words that only hint
 * 5. three digits that mean one thing; and for a 4xx that the server said to try again later
 *
 * An answer of class 4 is never hard, whatever its words, except for a domain that does not exist. Pure.
 */
export function judge(evidence: Evidence): Judgement {
  const said = unwrap(evidence.diagnostic);
  const context = unwrap(evidence.context);
  const codes = codesOf(evidence);
  const { status } = codes;
  const found = (severity: Severity, rule: string, sentence = ''): Judgement => ({
    severity,
    status,
    rule,
    sentence,
  });
  if (evidence.action === 'delayed') return found('soft', delayRule, cut(said || context));

  const byStatus = status === null || isGeneric(status) ? null : statusRule(status);
  const isVague = byStatus === null || byStatus.severity === 'unknown' || /\.0$/.test(status ?? '');
  const byText =
    findRule(said, isPlain) ??
    (isVague ? findRule(context, isPlain) : null) ??
    (byStatus === null || byStatus.severity === 'unknown'
      ? (findRule(said, isHint) ?? findRule(context, isHint))
      : null);
  if (byText) {
    const { rule, sentence } = byText;
    const passes =
      codes.isTemporary && !rule.isFinal && rule.severity !== 'policy' && rule.severity !== 'soft';
    return passes
      ? found('soft', passingNameOf(rule.name), sentence)
      : found(rule.severity, rule.name, sentence);
  }
  if (byStatus) return found(byStatus.severity, byStatus.name);
  const byReply = replyRules.find(({ code }) => code === codes.reply);
  if (byReply) return found(byReply.severity, byReply.name);
  if (codes.isTemporary) return found('soft', 'reply-temporary', cut(said || context));
  return found('unknown', 'no-reason-given', cut(said || context));
}

/** The name under which a rule decides when its words came with an answer of class 4: the same reason, but temporary. */
export function passingNameOf(rule: string): string {
  return `${rule}-for-now`;
}

/** Whether a text holds words that any rule knows, or an answer of an SMTP server. */
export function soundsRefused(text: string): boolean {
  const line = unwrap(text);
  return replyIn(line) !== null || enhancedIn(line) !== null || findRule(line, isPlain) !== null;
}

function codesOf(evidence: Evidence): { status: string | null; reply: string | null; isTemporary: boolean } {
  const hasField = evidence.status !== '';
  const saidStatus = enhancedIn(evidence.diagnostic);
  const contextStatus = hasField || evidence.action !== '' ? null : enhancedIn(evidence.context);
  // The refusing server's own code is better than the reporter's: some reporters write 5.1.1 for every 550.
  const quoted = enhancedPlaces[0]?.exec(evidence.diagnostic.slice(0, 500))?.[1] ?? '';
  const named = [quoted, evidence.status, saidStatus ?? '', contextStatus ?? ''].filter(
    (status) => status !== '',
  );
  const status = named.find((candidate) => !isGeneric(candidate)) ?? named[0] ?? null;
  const reply = replyIn(evidence.diagnostic) ?? (hasField || saidStatus ? null : replyIn(evidence.context));
  const isTemporary = (saidStatus ?? reply ?? status ?? '').startsWith('4');
  return { status, reply, isTemporary };
}

/** Where a code of RFC 3463 stands in words, the surest place first; not in a version number or an IP address. */
const enhancedPlaces: readonly RegExp[] = [
  /(?<![\d.])[45]\d\d[ -]{1,3}[#[(]{0,2}([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/,
  /#\s?([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/,
  /\b(?:status|code|error|DSN)\b[ \t:=]{0,4}([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/i,
  /(?:^|[\s(<[;:,'"])(?<!(?:version|exim|sendmail|server|mdaemon|postfix|release|imail|v|ver\.?|mta|from|\/)[ :]{0,2})([45]\.\d{1,2}\.\d{1,3})(?=[\s)>\];:,'"]|$)/im,
];

function enhancedIn(text: string): string | null {
  const head = text.slice(0, 12_000);
  for (const place of enhancedPlaces) {
    const found = place.exec(head)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

function replyIn(text: string): string | null {
  return (
    /(?<![\d.:/+-])(4(?:2[12]|3[0-2]|5[0-5]|7\d)|5(?:0[0-4]|2\d|3\d|5[0-6]|7\d))(?:[ -](?=[^\d\s])|[ -](?=[45]\.\d)|[ -](?=[45]\d\d )|$)/.exec(
      text.slice(0, 12_000),
    )?.[1] ?? null
  );
}

const isPlain = (rule: TextRule): boolean => !rule.isHint;
const isHint = (rule: TextRule): boolean => rule.isHint === true;

function findRule(
  text: string,
  wanted: (rule: TextRule) => boolean,
): { rule: TextRule; sentence: string } | null {
  if (text === '') return null;
  for (const rule of textRules) {
    const match = wanted(rule) ? rule.pattern.exec(text) : null;
    if (match) return { rule, sentence: sentenceAt(text, match.index, match[0].length) };
  }
  return null;
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
