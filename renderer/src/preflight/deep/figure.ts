import type { Indicator } from '../../issue/dashboard';
import type { Words } from '../../words/words';

/** A figure as a finding names it: by the language's rules, with the decimals of its row. */
export function figure(value: number, { decimals }: Pick<Indicator, 'decimals'>, { locale }: Words): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  }).format(value);
}
