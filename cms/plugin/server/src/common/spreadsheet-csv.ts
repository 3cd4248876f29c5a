import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { DeskLanguage } from './words/words-of';

/** Excel takes the list separator of the country for the one of the file. */
const separators: Record<DeskLanguage, string> = { fr: ';', ar: ';', en: ',' };

/**
 * Rows as a CSV file (RFC 4180) that a spreadsheet opens as it is: with a byte order mark, the separator of the person's
 * language, and no cell that would run as a formula. Streamed: rows are read as they are written.
 */
export function spreadsheetCsv(
  rows: AsyncIterable<readonly (string | number)[]>,
  language: DeskLanguage,
): Readable {
  const csv = stringify({
    bom: true,
    delimiter: separators[language],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return Readable.from(rows).pipe(csv);
}
