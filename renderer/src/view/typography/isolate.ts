/** A run of text; `ltr` if it must be left to right inside an Arabic line. */
interface Run {
  text: string;
  ltr: boolean;
}

const latin = String.raw`[\p{Script=Latin}0-9]`;
/** Latin words and figures with the characters that join them, from a letter or digit to a letter, digit or percent sign. */
const runs = new RegExp(`[+@−]?${latin}(?:[\\p{Script=Latin}\\p{M}0-9 .,'’:;@/&_+–-]*${latin})?%?`, 'gu');

/** A figure alone is left to right anyway (UAX 9, rule W4), so the hundreds in a dashboard need no isolation. */
const plainFigure = /^\d+(?:[.,]\d+)*$/;

/**
 * Splits Arabic text into runs, so that Latin names, figures and addresses can be isolated. Otherwise mail clients move the
 * punctuation beside them to the wrong side, and Outlook reverses their words.
 */
export function splitRuns(text: string): Run[] {
  const result: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(runs)) {
    if (match.index > from) result.push({ text: text.slice(from, match.index), ltr: false });
    result.push({ text: match[0], ltr: !plainFigure.test(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) result.push({ text: text.slice(from), ltr: false });
  return result;
}
