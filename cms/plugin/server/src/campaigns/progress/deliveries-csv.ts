import type { Readable } from 'node:stream';
import { explainDelivery, type Delivery, type DeliveryState } from '@nachra/delivery';
import { spreadsheetCsv } from '../../common/spreadsheet-csv';
import type { DeskLanguage } from '../../common/words/words-of';

const fileNames: Record<DeskLanguage, { prefix: string; all: string }> = {
  fr: { prefix: 'envoi', all: 'tous' },
  // In Latin letters: a name of both directions reads in no order that anybody expects.
  ar: { prefix: 'envoi', all: 'tous' },
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

const heads: Record<DeskLanguage, string[]> = {
  fr: ['Adresse', 'Langue', 'État', 'Tentatives', 'Ce qui s’est passé', 'Heure (UTC)'],
  ar: ['العنوان', 'اللغة', 'الحالة', 'المحاولات', 'ما جرى', 'الوقت (UTC)'],
  en: ['Address', 'Language', 'State', 'Attempts', 'What happened', 'Time (UTC)'],
};

/** Deliveries as a file for a spreadsheet, streamed. */
export function deliveriesCsv(deliveries: AsyncIterable<Delivery>, language: DeskLanguage): Readable {
  return spreadsheetCsv(rowsOf(deliveries, heads[language], language), language);
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
