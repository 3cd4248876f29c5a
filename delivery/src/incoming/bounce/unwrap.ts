/** How many characters of a text are judged. */
const longestText = 24_000;

/**
 * Puts a text on one line: wrapped sentences are joined, the `550-5.1.1 ` before each line of a long SMTP reply is removed,
 * and Japanese and Chinese lines are joined without a space. Pure, linear.
 */
export function unwrap(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b-\u200f\ufeff]/g, '')
    .replace(/([\u3000-\u9fff\uff00-\uffef])\n[> \t]{0,8}(?=[\u3000-\u9fff\uff00-\uffef])/g, '$1')
    .replace(/\s(?:[245]\d\d)-(?:[245]\.\d{1,3}\.\d{1,3}(?=\s))?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The sentence around a match, at most 240 characters of it. */
export function sentenceAt(text: string, at: number, length: number): string {
  const from = Math.max(0, at - 90);
  const before = text.slice(from, at);
  // No sentence begins nearby: start at a whole word.
  const boundary = lastBoundary(before) || (from > 0 ? before.indexOf(' ') + 1 : 0);
  const start = from + boundary;
  const rest = text.slice(at + length, at + length + 160);
  const end = /[.!?。](?:\s|$)/.exec(rest);
  const sentence = text.slice(start, at + length + (end ? end.index + 1 : rest.length)).trim();
  return sentence.length > 240 ? `${sentence.slice(0, 239)}…` : sentence;
}

/** Where the last sentence of a text begins; 0 when it began earlier. */
function lastBoundary(text: string): number {
  return Math.max(
    ...['. ', '! ', '。'].map((end) => (text.lastIndexOf(end) < 0 ? 0 : text.lastIndexOf(end) + end.length)),
  );
}
