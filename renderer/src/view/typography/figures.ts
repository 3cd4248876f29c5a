import type { Unit } from '../../contract/dashboard';
import { fill, type Words } from '../house/words';

/** Writes one figure of a dashboard as the language does: `2 446 917`, `4,10 %`; thousands of dirhams bare, as counts are. */
export function writeFigure(value: number, unit: Unit, decimals: number, words: Words): string {
  const figure = plainFigure(value, decimals, words);
  return unit === 'percent' ? words.percent.replace('{figure}', figure) : figure;
}

/** A figure by itself: `2 446 917`, `−12`. In Arabic the mark that keeps a minus before its figure stays. */
export function plainFigure(value: number, decimals: number, words: Words): string {
  return formatOf(words.locale, decimals, 'auto').format(value).replace('-', '−');
}

/** A difference with its sign: `+7,1`, `−4,5`. The sign is a minus and not a hyphen, and carries no mark of direction. */
export function signFigure(value: number, decimals: number, words: Words): string {
  const figure = formatOf(words.locale, decimals, 'exceptZero').format(value);
  return figure.replace(/[\u061c\u200e\u200f]/g, '').replace('-', '−');
}

/** A difference of percentages, which is counted in points: `+0,80 point`. */
export function writePoints(value: number, decimals: number, words: Words): string {
  const { points } = words.figures;
  // The category of what is shown: 1.96 shown as 2 is plural.
  const pattern =
    points[pluralOf(words.locale, decimals).select(Math.abs(Number(value.toFixed(decimals))))] ??
    points['other'] ??
    '';
  return fill(pattern, { figure: signFigure(value, decimals, words) });
}

/** Making a format costs a hundred times what using it does, and a dashboard has hundreds of figures in a few formats. */
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
