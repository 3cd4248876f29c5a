import type { Language } from '../../../shared/desk';
import { writingLocaleOf } from './desk-language';

/** A figure as the grid holds it; what was typed and is not a number stays a text, for the person to see and correct. */
export type Figure = number | string | null;

/** How numbers are written where the person is. */
export interface NumberStyle {
  /** Of the desk. */
  language: Language;
  decimalMark: ',' | '.';
}

export function numberStyle(language: Language): NumberStyle {
  const parts = new Intl.NumberFormat(writingLocaleOf(language)).formatToParts(1.5);
  const decimalMark = parts.find(({ type }) => type === 'decimal')?.value === '.' ? '.' : ',';
  return { language, decimalMark };
}

/** What people and spreadsheets write where there is no figure. */
const nothing = /^(?:[-–—−]+|\.{3}|…|n\.?\s?[./]?\s?[acd]\.?|null|غ\s?\.?\s?م\.?|غير متوفر|غير متاح)?$/i;

/** Marks of the reading order, which spreadsheets in Arabic write around signs and units; they are no part of a number. */
const readingMarks = /[\u061c\u200e\u200f\u2066-\u2069]/g;

/** Units and currencies that a spreadsheet shows in the cell: before the number, behind it, within its brackets or around them. */
const units = /[%٪]|\bK?DH\b|\bMAD\b|\bEUR\b|\bUSD\b|د\.م\.|[$€£]/gi;

/** A minus before the number or behind it, as accountants write it, or brackets. */
const negative = /^(?:-(?<before>[^-]+)|(?<behind>[^-]+)-|\((?<within>[^()-]+)\))$/;

/**
 * Reads a figure as a person types it or a spreadsheet hands it over: `2 446 917`, `4,10 %`, `(13)`, `(10.8)%`, `5-`,
 * `-$2,345`, `1,23E+05`, `1,431,777`, `٢١٦٣`. A mark that stands twice, or before another mark, separates thousands; a single
 * one is the decimal mark, but for the other language's mark before three digits.
 *
 * @returns the number, null where there is none, or the text itself when it is no figure
 */
export function readFigure(text: string, { decimalMark }: NumberStyle): Figure {
  const trimmed = westernDigits(text).replace(readingMarks, '').trim();
  if (nothing.test(trimmed)) return null;
  const bare = trimmed
    .replace(units, '')
    .replace(/[\s\u00a0\u202f'’٬]/g, '')
    .replace('٫', '.')
    .replace(/[\u2212–]/g, '-');
  const [mantissa = '', exponent] = /^\(?-?[\d.,]+E[+-]?\d{1,2}\)?$/i.test(bare) ? bare.split(/E/i) : [bare];
  const { before, behind, within } = negative.exec(mantissa)?.groups ?? {};
  const digits = before ?? behind ?? within;
  const plain = withPoint(digits ?? mantissa, decimalMark);
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return text.trim();
  const amount = Number(exponent === undefined ? plain : `${plain}e${exponent}`);
  return digits === undefined || amount === 0 ? amount : -amount;
}

/** Shows a figure for reading. */
export function showFigure(figure: Figure, { language }: NumberStyle): string {
  if (figure === null) return '';
  if (typeof figure === 'string') return figure;
  const format =
    formats.get(language) ?? new Intl.NumberFormat(writingLocaleOf(language), { maximumFractionDigits: 4 });
  formats.set(language, format);
  return format.format(figure);
}

/** To make one takes a hundred times as long as to use it, and a sheet has thousands of figures. */
const formats = new Map<Language, Intl.NumberFormat>();

/** Writes a figure for a cell that is being edited, or for a spreadsheet: no thousands, the decimal mark of the place. */
export function writeFigure(figure: Figure, { decimalMark }: NumberStyle): string {
  if (figure === null) return '';
  return typeof figure === 'string' ? figure : String(figure).replace('.', decimalMark);
}

function withPoint(digits: string, decimalMark: string): string {
  const marks = digits.match(/[.,]/g) ?? [];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return digits;
  const thousands = (mark: string): string => digits.replaceAll(mark, '');
  if (first !== last) return thousands(first).replace(last, '.');
  if (marks.length > 1) return thousands(first);
  // “1,431” in English, “1.431” in French: nobody writes three decimals with the other language's mark, but for less than one.
  if (first !== decimalMark && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return thousands(first);
  return digits.replace(first, '.');
}

/** The same digits as Western ones. */
export function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
