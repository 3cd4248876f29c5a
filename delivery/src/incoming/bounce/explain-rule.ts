import type { Classification } from './classification';
import { passingNameOf } from './judge';
import { permanentRules, replyRules, temporaryRules } from './rfc3463';
import { textRules } from './rules';

/** Rules that go by a field, an address or the whole message, so there are no words to quote. */
const withoutWords: Record<string, string> = {
  'action-delayed': 'not given up yet',
  'auto-reply-header': 'a header of automatic replies',
  'auto-reply-precedence': 'Precedence: auto_reply',
  'auto-reply-sender': 'an address for automatic replies',
  'auto-submitted': 'Auto-Submitted',
  'cut-off': 'the report ends before its end',
  'complaint-jmrp': 'X-HmXmrOriginalRecipient',
  'delivery-report': 'the fields of a delivery report',
  empty: 'there is nothing in it',
  'failed-recipients': 'X-Failed-Recipients',
  'feedback-report': 'Feedback-Type',
  'machine-refuses': 'a mail server reports a refusal',
  'no-reason-given': 'the report gives no reason',
  'no-sign': 'it shows no sign of a bounce, a complaint, an automatic reply or an unsubscription',
  'not-understood': 'it could not be read',
  'provider-auto-reply': 'the provider reports a refusal of which no server said anything',
  'read-receipt': 'it says that a message was displayed',
  'reply-temporary': 'the server said to try again later',
  'report-type': 'multipart/report; report-type=delivery-status',
  'refused-before-recipient': 'refused at the greeting or at MAIL FROM',
  'unsubscribe-address': 'sent to the address in List-Unsubscribe',
};

const coded = [...permanentRules, ...temporaryRules, ...replyRules];

/**
 * `<rule>: <words>` for whoever tries the rules on the command line: the words that the rule matched, or in English what
 * it goes by where there are none. Pure; not for a reader and not for the desk.
 */
export function explainRule({
  rule,
  sentence,
  status,
  fault,
}: Pick<Classification, 'rule' | 'sentence' | 'status' | 'fault'>): string {
  const byCode = coded.find(({ name }) => name === rule);
  const words =
    sentence ||
    fault ||
    (byCode ? [status, byCode.why].filter((part) => part !== null).join(', ') : withoutWords[rule]) ||
    textRules.find(({ name }) => name === rule || passingNameOf(name) === rule)?.why;
  return `${rule}: ${words ?? 'no words'}`;
}
