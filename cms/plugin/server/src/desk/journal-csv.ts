import type { Readable } from 'node:stream';
import { journalKindOf } from '../../../shared/journal-lists';
import { spreadsheetCsv } from '../common/spreadsheet-csv';
import { actorName } from '../common/words/actor-words';
import { wordsOf, type DeskLanguage } from '../common/words/words-of';
import type { StoredEntry } from '../content/documents/journal-store';

/** The file's name: `journal-2026-11-26.csv`. Pure. */
export function journalFileName(now: Date, language: DeskLanguage): string {
  return `${wordsOf(language).journal.fileName}-${now.toISOString().slice(0, 10)}.csv`;
}

/** The journal as a file for a spreadsheet, streamed. */
export function journalCsv(entries: AsyncIterable<StoredEntry>, language: DeskLanguage): Readable {
  return spreadsheetCsv(rowsOf(entries, language), language);
}

async function* rowsOf(
  entries: AsyncIterable<StoredEntry>,
  language: DeskLanguage,
): AsyncGenerator<(string | number)[]> {
  const { columns, kinds, sentences } = wordsOf(language).journal;
  yield columns;
  for await (const entry of entries) {
    const { at, name, byId, byName, number, campaign } = entry;
    const by = actorName({ id: byId, name: byName }, language);
    const sentence = sentences[name](entry);
    yield [
      ...[at.toISOString(), by, byId, kinds[journalKindOf(name)], number ?? '', entry.language ?? ''],
      ...[sentence, name, campaign ?? ''],
    ];
  }
}
