import type { Severity } from './classification';
import { answerIn, withoutGuesses, wrappedIn } from './server-answer';
import { codesOf, enhancedIn, replyIn, type Codes } from './codes';
import { isGeneric, isOfSender, replyRules, statusRule } from './rfc3463';
import { textRules, type TextRule } from './rules';
import { stageOf } from './dialogue-stage';
import { unwrap, sentenceAt } from './unwrap';

/** What a report says about one recipient. */
export interface Evidence {
  /** RFC 3464 action, or ''. */
  action: string;
  /** The Status field, or ''. */
  status: string;
  /** What the refusing server said of this recipient. */
  diagnostic: string;
  /** What the report says of this recipient besides: boilerplate, often with guesses in it. Asked last. */
  context: string;
  /** Our addresses that the report names, in lower case: what is said of them is said of the sender. */
  ours?: ReadonlySet<string>;
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

/** The rule of what was refused before the reader was named, and the one of a refusal that the server itself calls temporary. */
const stageRule = 'refused-before-recipient';
const saidTemporaryRule = 'said-to-be-temporary';

/**
 * Judges a refusal: whose it is, then by whatever states the reason most clearly.
 * 1. `Action: delayed`: nothing is refused yet
 * 2. a code of the sender, or a refusal at the greeting, at MAIL FROM or of an address of ours: about us
 * 3. plain words of the refusing server (“user unknown” beats the 5.0.0 or 5.7.1 it came under)
 * 4. a status that names a reason
 * 5. plain words of the report, then words that only hint
 * 6. three digits that mean one thing; and for a 4xx that the server said to try again later
 *
 * An answer of class 4, or one that calls itself temporary, is never hard, except for a domain that does not exist. Pure.
 */
export function judge(evidence: Evidence): Judgement {
  const line = unwrap(evidence.diagnostic);
  const said = answerIn(line);
  const context = withoutGuesses(unwrap(evidence.context));
  const codes = codesOf({ ...evidence, diagnostic: wrappedIn(line) ?? evidence.diagnostic });
  if (evidence.action === 'delayed') return found('soft', codes, delayRule, cut(said || context));
  if (codes.status !== null && isOfSender(codes.status))
    return found('policy', codes, statusRule(codes.status)?.name ?? 'status-policy');
  const judgement = byReason(said, context, codes, evidence.ours ?? new Set());
  const stage = stageOf(line) ?? stageOf(unwrap(evidence.context));
  const isAnswer = codes.reply !== null || codes.status !== null;
  const isAboutUs =
    (stage === 'sender' && isAnswer && !/^(?:content|policy)$/.test(judgement.severity)) ||
    (stage === 'connection' && judgement.severity === 'hard' && !takesNoMail(codes, judgement.rule));
  if (!isAboutUs) return judgement;
  return found('policy', codes, stageRule, judgement.sentence || cut(said || context));
}

function byReason(said: string, context: string, codes: Codes, ours: ReadonlySet<string>): Judgement {
  const { status } = codes;
  const byStatus = status === null || isGeneric(status) ? null : statusRule(status);
  const isVague = byStatus === null || byStatus.severity === 'unknown' || /\.0$/.test(status ?? '');
  const isUndecided = byStatus === null || byStatus.severity === 'unknown';
  const plain = findRule(said, isPlain) ?? (isVague ? findRule(context, isPlain) : null);
  if (plain) return byWords(plain, codes, ours);
  const byReply = replyRules.find(({ code }) => code === codes.reply);
  if (byReply && takesNoMail(codes, byReply.name)) return found(byReply.severity, codes, byReply.name);
  const hint = isUndecided ? (findRule(said, isHint) ?? findRule(context, isHint)) : null;
  if (hint) return byWords(hint, codes, ours);
  const byCode = byStatus ?? byReply;
  if (byCode?.severity === 'hard' && temporary.test(said))
    return found('soft', codes, saidTemporaryRule, cut(said));
  if (byCode) return found(byCode.severity, codes, byCode.name);
  if (codes.isTemporary) return found('soft', codes, 'reply-temporary', cut(said || context));
  return found('unknown', codes, 'no-reason-given', cut(said || context));
}

/** 521 and 556 of RFC 7504, which many give together with 5.3.2: not if their status names another reason. */
function takesNoMail({ status, reply }: Codes, rule: string): boolean {
  if (rule === 'domain-not-found') return true;
  const isReply = reply === '521' || reply === '556';
  return isReply && (status === null || isGeneric(status) || /^5\.(?:3\.2|1\.10)$/.test(status));
}

function byWords(words: Found, codes: Codes, ours: ReadonlySet<string>): Judgement {
  const { rule, sentence, around } = words;
  if (rule.severity === 'hard' && namesOurs(words, ours))
    return found('policy', codes, 'sender-refused', sentence);
  if (codes.isTemporary && !rule.isFinal && (rule.severity === 'hard' || rule.severity === 'content'))
    return found('soft', codes, passingNameOf(rule.name), sentence);
  if (rule.severity === 'hard' && temporary.test(around))
    return found('soft', codes, saidTemporaryRule, sentence);
  return found(rule.severity, codes, rule.name, sentence);
}

/** Words by which a server takes back the finality of its code. */
const temporary =
  /\btempora(?:ry|rily|re|rio|ria|riamente|ire|irement|l|lmente|neo|nea|neamente)\b|vor(?:ü|ue)bergehend|zeitweilig|一時的|مؤقت|\b(?:re)?try (?:again )?later\b|r[ée]essayez plus tard|ult[ée]rieurement|sp(?:ä|ae)ter (?:erneut|noch ?mal)|m[áa]s tarde|mais tarde|pi[ùu] tardi/i;

/** What may stand between an address and what is said of it. */
const link =
  /^[>)\]\s:.,;"'-]{0,8}(?:\b(?:sender|recipient|address|mailbox|user|rejected|is|was|has|been)\b[\s:]{0,3}){0,5}$/i;

/** Whether the words are said of an address of ours: it stands right before, in or right behind them. */
function namesOurs({ around, from, end }: Found, ours: ReadonlySet<string>): boolean {
  if (ours.size === 0) return false;
  const addresses = [...around.toLowerCase().matchAll(/[^\s<>()"',;:]{1,80}@[^\s<>()"',;:]{1,200}/g)];
  const last = addresses.filter(({ index }) => index <= end).at(-1);
  if (last === undefined || !ours.has(last[0].replace(/\.+$/, ''))) return false;
  return link.test(around.slice(last.index + last[0].length, Math.max(from, last.index + last[0].length)));
}

function found(severity: Severity, { status }: Codes, rule: string, sentence = ''): Judgement {
  return { severity, status, rule, sentence };
}

/** The name under which a rule decides when its words came with an answer of class 4: the same reason, but temporary. */
export function passingNameOf(rule: string): string {
  return `${rule}-for-now`;
}

/** Whether a text holds words that any rule knows, or an answer of an SMTP server. */
export function soundsRefused(text: string): boolean {
  return replyIn(text) !== null || enhancedIn(text) !== null || findRule(unwrap(text), isPlain) !== null;
}

const isPlain = (rule: TextRule): boolean => !rule.isHint;
const isHint = (rule: TextRule): boolean => rule.isHint === true;

/** A rule that matched. */
interface Found {
  rule: TextRule;
  sentence: string;
  /** The text around the match; where in it the match begins, and where it ends with the sign that follows. */
  around: string;
  from: number;
  end: number;
}

/** How far from the words that matched others may stand that are said of them. */
const nearby = 120;

function findRule(text: string, wanted: (rule: TextRule) => boolean): Found | null {
  if (text === '') return null;
  for (const rule of textRules) {
    const match = wanted(rule) ? rule.pattern.exec(text) : null;
    if (match === null) continue;
    const { index } = match;
    const { length } = match[0];
    const start = Math.max(0, index - nearby);
    const from = index - start;
    const around = text.slice(start, index + length + nearby);
    return { rule, sentence: sentenceAt(text, index, length), around, from, end: from + length + 3 };
  }
  return null;
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
