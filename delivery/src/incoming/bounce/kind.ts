import type { MessageKind } from './classification';
import { soundsRefused } from './judge';
import { all, first } from './mime/header-fields';
import { isRefusal } from './report/delivery-report';
import { unwrap } from './unwrap';
import type { ReadMessage } from './read-message';
import { bounceLayouts, bounceSender, bounceSubjects } from './rules/bounce-signs';
import type { KindRule } from './rules/bounce-rule';
import {
  autoReplySubjects,
  challenges,
  complaintSubjects,
  complaintText,
  quoteBegins,
  receipts,
  unsubscribeSentences,
  unsubscribeWords,
} from './rules/reply-signs';

/** What a message is, and the sign it was recognised by. */
interface Kind {
  kind: MessageKind;
  /** Permanent name of the sign. */
  rule: string;
  /** The words it was recognised by; '' where it was a field or the whole layout. */
  sentence: string;
}

type Test = (message: Signs) => Kind | null;

interface Signs extends ReadMessage {
  /** The beginning of `said`, on one line. */
  opening: string;
}

/**
 * Tried in this order; the first that recognises the message decides. A request to stop comes before the signs of an
 * automatic reply, because mail programs write it for their readers; an automatic reply comes before anything that searches
 * its words for a refusal, because people write of full mailboxes and addresses that are no more.
 */
const tests: readonly Test[] = [
  complaint,
  report,
  markedReport,
  unsubscribeInWords,
  writtenForPerson,
  bounceLayout,
  markedAutoReply,
  bounceInWords,
  autoReply,
  unsubscribe,
];

/** Decides what a message is. Pure. */
export function kindOf(message: ReadMessage): Kind {
  const signs = { ...message, opening: unwrap(message.said).slice(0, 6_000) };
  for (const test of tests) {
    const kind = test(signs);
    if (kind) return kind;
  }
  return byField('other', message.isReceipt ? 'read-receipt' : 'no-sign');
}

function complaint({ feedback, fields, subject, original, opening }: Signs): Kind | null {
  if (feedback) {
    const isNone = /^(?:auth-failure|dmarc|not-spam|dkim)$/.test(feedback.type);
    return byField(isNone ? 'other' : 'complaint', 'feedback-report');
  }
  const isMicrosoft = fields.has('x-hmxmroriginalrecipient') || /^X-HmXmrOriginalRecipient:/im.test(original);
  if (isMicrosoft) return byField('complaint', 'complaint-jmrp');
  const bySubject = complaintSubjects.find(({ pattern }) => pattern.test(subject));
  if (bySubject && (original !== '' || complaintText.pattern.test(opening)))
    return by('complaint', bySubject, subject);
  return complaintText.pattern.test(opening) && original !== ''
    ? by('complaint', complaintText, opening)
    : null;
}

/** By the fields of RFC 3464: failed or delayed is a bounce; delivered, relayed, expanded and class 2 are not. */
function report({ reports }: Signs): Kind | null {
  if (reports.length === 0) return null;
  return byField(reports.some(isRefusal) ? 'bounce' : 'other', 'delivery-report');
}

/** By fields that only a report has. */
function markedReport(signs: Signs): Kind | null {
  if (signs.fields.has('x-failed-recipients')) return byField('bounce', 'failed-recipients');
  const type = first(signs.fields, 'content-type');
  if (/report-type\s{0,3}=\s{0,3}"?delivery-status/i.test(type) && isFromMachine(signs))
    return byField('bounce', 'report-type');
  return null;
}

/** Auto-Submitted by somebody who is no mail system: Exim and Postfix mark their reports the same way. */
function writtenForPerson(signs: Signs): Kind | null {
  if (isFromMachine(signs)) return null;
  const marked = markedAutoReply(signs);
  if (marked) return marked;
  const isReplied = /^auto-replied/i.test(first(signs.fields, 'auto-submitted'));
  const isReport = bounceSubjectOf(signs) !== undefined && bounceLayout(signs) !== null;
  return isReplied && !isReport ? byField('auto-reply', 'auto-submitted') : null;
}

/** By words that only one mail system writes. */
function bounceLayout(signs: Signs): Kind | null {
  const layout = bounceLayouts.find(({ isWeak, pattern }) => !isWeak && pattern.test(signs.opening));
  if (layout === undefined) return null;
  const isWanted =
    isFromMachine(signs) || bounceSubjectOf(signs) !== undefined || soundsRefused(signs.opening);
  return isWanted ? by('bounce', layout, signs.opening) : null;
}

/** Headers and subjects that only an automatic reply has. */
function markedAutoReply({ fields, subject, from }: Signs): Kind | null {
  const header = [...fields.keys()].find((name) =>
    /^x-(?:auto-?(?:reply|respond|response(?!-suppress)|answer)|vacation|mail-autoreply)/.test(name),
  );
  const isSet = header !== undefined && !/^(?:no|false|0)$/i.test(first(fields, header));
  if (isSet) return byField('auto-reply', 'auto-reply-header');
  if (/auto[_-]?reply/i.test(all(fields, 'precedence', 'x-precedence').join(' ')))
    return byField('auto-reply', 'auto-reply-precedence');
  if (/auto-?re(?:ply|spon)|vacation|autoanswer/i.test(from.join(' ')))
    return byField('auto-reply', 'auto-reply-sender');
  const sign = [...autoReplySubjects, ...challenges].find(({ pattern }) => pattern.test(subject));
  return sign ? by('auto-reply', sign, subject) : null;
}

function bounceInWords(signs: Signs): Kind | null {
  const { opening, said } = signs;
  const layout = bounceLayouts.find(({ pattern }) => pattern.test(opening));
  const subject = bounceSubjectOf(signs);
  const isMachine = isFromMachine(signs);
  const isRefused = soundsRefused(said);
  if (layout && (isMachine || (subject && isRefused))) return by('bounce', layout, opening);
  if (subject && (isMachine || (isRefused && signs.original !== '')))
    return by('bounce', subject, signs.subject);
  return isMachine && isRefused ? byField('bounce', 'machine-refuses') : null;
}

function autoReply({ fields, opening, subject }: Signs): Kind | null {
  const submitted = first(fields, 'auto-submitted').toLowerCase();
  if (/^auto-(?:replied|notified)/.test(submitted)) return byField('auto-reply', 'auto-submitted');
  const away = autoReplySubjects.find(({ pattern }) => pattern.test(opening.slice(0, 400)));
  const isByMachine =
    /^auto-/.test(submitted) || hasNoReturn(fields) || /bulk|junk/i.test(first(fields, 'precedence'));
  if (away && isByMachine) return by('auto-reply', away, opening);
  const challenge = challenges.find(({ pattern }) => pattern.test(opening.slice(0, 1_500)));
  if (
    challenge &&
    /auto|machine|robot|verif|confirm/i.test(`${submitted} ${opening.slice(0, 600)}`) &&
    /re:|confirm|verif/i.test(subject)
  )
    return by('auto-reply', challenge, opening);
  const receipt = receipts.find(({ pattern }) => pattern.test(subject));
  return receipt && submitted !== '' ? by('auto-reply', receipt, subject) : null;
}

/** A request to stop that is all there is: the subject, or where it says nothing the first line. */
function unsubscribeInWords({ subject, said, original }: Signs): Kind | null {
  if (original !== '') return null;
  const bare = bareWords(subject);
  const bySubject = unsubscribeWords.find(({ pattern }) => pattern.test(bare));
  if (bySubject) return by('unsubscribe', bySubject, bare);
  const line = bareWords(firstLineOf(said));
  const byLine = unsubscribeWords.find(({ pattern }) => pattern.test(line));
  return byLine ? by('unsubscribe', byLine, line) : null;
}

function unsubscribe(signs: Signs): Kind | null {
  const inWords = unsubscribeInWords({ ...signs, original: '' });
  if (inWords) return inWords;
  const answer = ownAnswer(signs.said);
  const bySentence = unsubscribeSentences.find(({ pattern }) => pattern.test(answer));
  if (bySentence) return by('unsubscribe', bySentence, answer);
  const to = all(signs.fields, 'to', 'delivered-to', 'x-original-to', 'envelope-to').join(' ');
  const isOurs =
    /\b(?:un-?sub\w{0,12}|d[eé]s-?(?:abonn|inscri)\w{0,8}|list-unsubscribe|opt-?out|leave)(?:\+[a-z0-9.-]{1,80}|-[a-z0-9.-]{1,80})?@/i.test(
      to,
    );
  return isOurs && signs.original === '' ? byField('unsubscribe', 'unsubscribe-address') : null;
}

/** What a person writes above what they quote: our letter says how to unsubscribe, and is no request. */
function ownAnswer(said: string): string {
  const opening = said.slice(0, 4_000);
  const end = quoteBegins.exec(opening)?.index ?? opening.length;
  return opening.slice(0, Math.min(end, 1_000)).replace(/\s+/g, ' ').trim();
}

function firstLineOf(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** By its name alone: a person's automatic reply has an empty return path too. */
function isFromMachine({ fields, from }: Signs): boolean {
  const names = `${first(fields, 'from')} ${from.join(' ')} ${first(fields, 'sender')}`.slice(0, 1_000);
  return bounceSender.test(names);
}

function hasNoReturn(fields: Signs['fields']): boolean {
  return /^<\s?>$/.test(fields.get('return-path')?.[0]?.trim() ?? '');
}

function bounceSubjectOf({ subject }: Signs): KindRule | undefined {
  return bounceSubjects.find(({ pattern }) => pattern.test(subject));
}

function bareWords(line: string): string {
  return line
    .slice(0, 200)
    .replace(/^(?:(?:re|fwd?|tr|aw|rép|رد)\s{0,2}:\s{0,3})+/i, '')
    .replace(/^["'«“\s[(*-]+|["'»”\s\])*.!,-]+$/g, '')
    .replace(/[\u064b-\u0652\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ');
}

function by(kind: MessageKind, { name, pattern }: KindRule, text: string): Kind {
  const words = pattern.exec(text)?.[0] ?? '';
  return { kind, rule: name, sentence: words.slice(0, 160) };
}

function byField(kind: MessageKind, rule: string): Kind {
  return { kind, rule, sentence: '' };
}
