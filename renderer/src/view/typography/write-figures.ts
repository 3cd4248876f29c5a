import type { Unit } from '../../contract/dashboard';
import { fill, type Words } from '../emails/words';

/** Formats one figure of a dashboard in the language: `2 446 917`, `4,10 %`; thousands of dirhams without a unit, like counts. */
export function writeFigure(value: number, unit: Unit, decimals: number, words: Words): string {
  const figure = plainFigure(value, decimals, words);
  return unit === 'percent' ? words.percent.replace('{figure}', figure) : figure;
}

/** A figure without a unit: `2 446 917`, `−12`. Keeps the mark that holds an Arabic minus before its figure. */
export function plainFigure(value: number, decimals: number, words: Words): string {
  const format = formatOf(words.locale, decimals, 'auto');
  const figure = format.format(value);
  // −0.4 without decimals is 0, and a zero has no sign.
  return (/[1-9]/.test(figure) ? figure : format.format(0)).replace('-', '−');
}

/** A difference with its sign: `+7,1`, `−4,5`. The sign is a minus, not a hyphen, and has no direction mark. */
export function signFigure(value: number, decimals: number, words: Words): string {
  const figure = formatOf(words.locale, decimals, 'exceptZero').format(value);
  return figure.replace(/[\u061c\u200e\u200f]/g, '').replace('-', '−');
}

/** A difference of percentages, in points: `+0,80 point`. */
export function writePoints(value: number, decimals: number, words: Words): string {
  const { points } = words.figures;
  // The plural category of the rounded value: 1.96 shown as 2 is plural.
  const pattern =
    points[pluralOf(words.locale, decimals).select(Math.abs(Number(value.toFixed(decimals))))] ??
    points['other'] ??
    '';
  return fill(pattern, { figure: signFigure(value, decimals, words) });
}

/** Creating a format takes a hundred times as long as using it, and a dashboard has hundreds of figures in a few formats. */
const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

function formatOf(locale: string, decimals: number, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat {
  return once(formats, `${locale} ${decimals} ${signDisplay}`, () => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(locale, { ...digits, signDisplay });
  });
}

function pluralOf(locale: string, decimals: number): Intl.PluralRules {
  return once(
    plurals,
    `${locale} ${decimals}`,
    () => new Intl.PluralRules(locale, { minimumFractionDigits: decimals }),
  );
}

function once<Made>(kept: Map<string, Made>, key: string, make: () => Made): Made {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
