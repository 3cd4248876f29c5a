import { Readable } from 'node:stream';
import { explainDelivery, type Delivery, type DeliveryState } from '@nachra/delivery';
import { stringify } from 'csv-stringify';
import type { DeskLanguage } from '../common/words/words-of';

const fileNames: Record<DeskLanguage, { prefix: string; all: string }> = {
  fr: { prefix: 'envoi', all: 'tous' },
  en: { prefix: 'deliveries', all: 'all' },
};

/** The file's name in the person's language: `deliveries-242-all.csv`. Pure. */
export function deliveriesFileName(
  issueNumber: number,
  state: DeliveryState | undefined,
  language: DeskLanguage,
): string {
  const { prefix, all } = fileNames[language];
  return `${prefix}-${issueNumber}-${state ?? all}.csv`;
}

const columns: Record<DeskLanguage, { separator: string; head: string[] }> = {
  // Excel takes the list separator of the country for the one of the file.
  fr: { separator: ';', head: ['Adresse', 'Langue', 'État', 'Essais', 'Ce qui s’est passé', 'Heure (UTC)'] },
  en: { separator: ',', head: ['Address', 'Language', 'State', 'Attempts', 'What happened', 'Time (UTC)'] },
};

/**
 * Deliveries as a CSV file (RFC 4180) that a spreadsheet opens as it is: with a byte order mark, the separator of the
 * person's language, and no cell that would run as a formula. Streamed: rows are read as they are written.
 */
export function deliveriesCsv(deliveries: AsyncIterable<Delivery>, language: DeskLanguage): Readable {
  const { separator, head } = columns[language];
  const csv = stringify({
    bom: true,
    delimiter: separator,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return Readable.from(rowsOf(deliveries, head, language)).pipe(csv);
}

async function* rowsOf(
  deliveries: AsyncIterable<Delivery>,
  head: string[],
  language: DeskLanguage,
): AsyncGenerator<(string | number)[]> {
  yield head;
  for await (const delivery of deliveries) {
    const { address, language: edition, state, attempts, updatedAt } = delivery;
    yield [address, edition, state, attempts, explainDelivery(delivery, language), updatedAt.toISOString()];
  }
}
