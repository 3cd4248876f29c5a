import type { Unit } from '../issue/dashboard';
import type { Words } from '../words/words';

/** Writes one figure of a dashboard as the language does: `2 446 917`, `4,10 %`; thousands of dirhams bare, as counts are. */
export function writeFigure(value: number, unit: Unit, decimals: number, words: Words): string {
  const figure = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  return unit === 'percent' ? words.percent.replace('{figure}', figure) : figure;
}
