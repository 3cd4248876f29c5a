import type { Indicator } from '../../contract/dashboard';

/** Most digits after the decimal mark; what a spreadsheet's division leaves beyond them is noise to a reader. */
const mostDecimals = 4;

/** The decimals of an indicator's row: those that its editor fixed, or else as many as its values have, four at most. */
export function decimalsOf({ decimals, values }: Pick<Indicator, 'decimals' | 'values'>): number {
  return decimals ?? Math.max(0, ...values.map((value) => digitsOf(value ?? 0)));
}

/** Whether a figure is printed with fewer digits than it has. Sums in binary (0.1 + 0.2) have no more than was typed. */
export function hidesDigits(value: number, decimals: number): boolean {
  return Math.abs(value - Number(value.toFixed(decimals))) > 1e-9 * Math.max(1, Math.abs(value));
}

function digitsOf(value: number): number {
  const [, digits = ''] = value.toFixed(mostDecimals).split('.');
  return digits.replace(/0+$/, '').length;
}
