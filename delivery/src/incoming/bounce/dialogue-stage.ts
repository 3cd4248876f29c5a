/**
 * What was being talked about when a server refused.
 * - `connection`: it had not heard more than our IP address
 * - `sender`: our name (HELO), our key (AUTH, STARTTLS) or our address (MAIL FROM)
 * - `recipient`: the reader's address or the message
 */
type Stage = 'connection' | 'sender' | 'recipient';

/** How mail servers name the stage, in the words of Exim, Postfix, qmail, DragonFly and Sendmail, in this order in each. */
const stages: readonly [Stage, RegExp][] = [
  [
    'sender',
    /\bafter (?:pipelined )?(?:HELO|EHLO|LHLO|MAIL FROM|STARTTLS|AUTH)\b|\bin reply to (?:end of )?(?:HELO|EHLO|LHLO|MAIL FROM|STARTTLS|AUTH)\b|\bbut (?:my name|sender) was rejected|did not like our (?:HELO|EHLO|MAIL FROM|STARTTLS|AUTH)\b|>>> ?(?:HELO|EHLO|LHLO|MAIL FROM|STARTTLS|AUTH)\b[^>]{0,200}>?[^<>]{0,60}<<< ?[45]\d\d/i,
  ],
  [
    'recipient',
    /\bafter (?:pipelined )?(?:RCPT TO|DATA|end of data|sending data)|\bin reply to (?:end of )?(?:RCPT TO|DATA)|\bdoes not like recipient|did not like our (?:RCPT TO|DATA)|failed after I sent the message|>>> ?(?:RCPT TO|DATA|\.)[^<]{0,20}(?:<[^<>]{0,200}>)?[^<>]{0,60}<<< ?[45]\d\d/i,
  ],
  [
    'connection',
    /\bafter initial connection|\bbut greeting failed|refused to talk to me:|did not like our connect/i,
  ],
];

/**
 * The stage a refusal was given at; null where nothing names it, or where two are named. Pure.
 *
 * @param text on one line
 */
export function stageOf(text: string): Stage | null {
  const named = stages.filter(([, pattern]) => pattern.test(text)).map(([stage]) => stage);
  return named.length === 1 ? (named[0] ?? null) : null;
}
