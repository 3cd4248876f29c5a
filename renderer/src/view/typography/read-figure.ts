/** A sign, thousands in groups, decimals, and a unit that is one character or that of our figures. */
const figure =
  /^([-−–+±]?)\s?(?:\p{Sc}\s?)?((?:\p{Nd}{1,3}(?:[ \u00a0\u202f.,'’\u066c]\p{Nd}{3})+|\p{Nd}+)(?:[.,\u066b]\p{Nd}+)?)\s?(?:[%‰٪]|\p{Sc}|[KM]?DH)?$/u;
/** Characters; more digits are a code, and may have to be parted. */
const longestFigure = 24;

/**
 * Reads a text that is a figure as people write it (`1 108 412`, `−5,2 %`, `١٢٫٥`): its sign and digits, which are the same in
 * each language, whatever parts thousands and decimals. Null for anything else: a date, a telephone number, a word.
 */
export function figureOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > longestFigure) return null;
  const [, sign = '', digits] = figure.exec(trimmed) ?? [];
  if (digits === undefined) return null;
  const figures = digits
    .replace(/\P{Nd}/gu, '')
    // The last four bits of a digit of Arabic are its value too.
    .replace(/\p{Nd}/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  return (/[-−–]/.test(sign) ? '-' : '') + figures;
}
