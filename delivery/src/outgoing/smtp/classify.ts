import { oneLine, type AttemptFault, type ServerTrouble, type SmtpAnswer, type SmtpOutcome } from './outcome';

/** What nodemailer reports of a failed attempt; every field may be missing. */
export interface SmtpFailure {
  /** `ECONNECTION`, `EAUTH`, `EENVELOPE`, `EMESSAGE`, … */
  code?: string;
  /** Three digits of the server's answer, when there was one. */
  responseCode?: number;
  /** The whole answer. */
  response?: string;
  /** The command that was answered: `CONN`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`, … */
  command?: string;
  message: string;
}

/** How many of the message's bytes had been sent when the attempt ended. */
export type BodyProgress = 'untouched' | 'begun' | 'finished';

/**
 * Decides what became of a failed attempt. Pure.
 *
 * 1. Trouble before any message (connecting, TLS, signing in, a sender refused for now or for good) is the server's and spends nobody's attempt.
 * 2. The server's answer to the recipient or the message decides: 4xx deferred, 5xx rejected.
 * 3. Without an answer it depends on the bytes. All of them sent: in doubt, whatever the error says, since the server
 *    may have accepted the message. Some of them: the final dot cannot have left, so it was not accepted; deferred, because
 *    a message that breaks the connection every time must use up its attempts. None: trouble with the server.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
 * @see https://www.rfc-editor.org/rfc/rfc1047 (why the third case exists at all)
 */
export function classifyFailure(failure: SmtpFailure, body: BodyProgress): SmtpOutcome {
  const answer = answerOf(failure);
  const trouble = troubleBefore(failure);
  if (trouble !== null && body === 'untouched') return { ...answer, kind: 'server-unavailable', trouble };
  if (answer.code !== null && answersMessage(failure)) {
    return { ...answer, kind: answer.code >= 500 ? 'rejected' : 'deferred' };
  }
  if (body === 'finished') return { ...answer, kind: 'in-doubt' };
  if (body === 'begun') return { ...answer, kind: 'deferred' };
  if (isOurRefusal(failure)) return { ...answer, kind: 'rejected' };
  return { ...answer, kind: 'server-unavailable', trouble: trouble ?? 'unreachable' };
}

/** What the server said when it took the message. Pure. */
export function acceptedAnswer(response: string): SmtpOutcome {
  return { ...answerOf({ message: response, response }), kind: 'accepted' };
}

function troubleBefore({ code, command = '', responseCode }: SmtpFailure): ServerTrouble | null {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2' || command.startsWith('AUTH'))
    return 'sign-in-refused';
  // 530 to MAIL FROM is RFC 4954's “sign in first”: a server that wants a login where SMTP_URL has none.
  if (responseCode === 530) return 'sign-in-refused';
  if (code === 'ETLS' || code === 'EREQUIRETLS' || command === 'STARTTLS') return 'insecure';
  // A sender refused for good is refused for everybody on the list; a size limit concerns this message only.
  if (command === 'MAIL FROM' && (responseCode ?? 0) >= 500 && responseCode !== 552) return 'sender-refused';
  // No recipient was named yet: refused for now is everybody, so it is nobody's attempt.
  if (command === 'MAIL FROM' && (responseCode ?? 0) >= 400 && (responseCode ?? 0) < 500) return 'closing';
  // 421 to RCPT TO or DATA may be about this one recipient (a throttled domain): it costs an attempt, so that retries end.
  if (responseCode === 421 && command !== 'DATA' && command !== 'RCPT TO') return 'closing';
  return null;
}

function answersMessage({ code, command = '' }: SmtpFailure): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE' || ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command);
}

/** Refused by nodemailer itself before a byte left: an address it cannot write, a message above the announced size. */
function isOurRefusal({ code }: SmtpFailure): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function answerOf(failure: SmtpFailure): SmtpAnswer {
  const { response = '', responseCode, message } = failure;
  const reply = cut(oneLine(response));
  const [, code, enhanced] = /^(\d{3})(?:[ -]+([245]\.\d{1,3}\.\d{1,3}))?/.exec(response) ?? [];
  const answer = {
    code: responseCode ?? (code === undefined ? null : Number(code)),
    enhanced: enhanced ?? null,
    reply,
  };
  if (reply !== '' || answer.code !== null) return answer;
  const fault = faultOf(failure);
  return {
    ...answer,
    enhanced: statuses[fault] ?? null,
    fault: { code: fault, detail: cut(oneLine(message)) },
  };
}

/** The status that a server would have given for what nodemailer refuses itself. */
const statuses: Partial<Record<AttemptFault, string>> = {
  'too-large': '5.3.4',
  'address-unwritable': '5.1.3',
};

function faultOf({ code }: SmtpFailure): AttemptFault {
  switch (code) {
    case 'EMESSAGE':
      return 'too-large';
    case 'EENVELOPE':
      return 'address-unwritable';
    case 'ENOAUTH':
      return 'no-sign-in';
    case 'ETIMEDOUT':
      return 'timed-out';
    case 'ECONNECTION':
    case 'ESOCKET':
      return 'connection-lost';
    default:
      return 'unreachable';
  }
}

function cut(text: string): string {
  return text.length > longestReply ? `${text.slice(0, longestReply - 1)}…` : text;
}

/** How many characters of an answer are kept: some servers write a page. */
const longestReply = 500;
