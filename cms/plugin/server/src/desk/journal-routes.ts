import { journalKindOf } from '../../../shared/journal-lists';
import type { JournalRow } from '../../../shared/desk';
import { actorOf } from '../common/journal';
import { actorName } from '../common/words/actor-words';
import { wordsOf, type DeskLanguage } from '../common/words/words-of';
import type { JournalFilter, StoredEntry } from '../content/documents/journal-store';
import { deskRoute, Download, type DeskRoute } from './desk-route';
import type { Desk } from './desk';
import { journalCsv, journalFileName } from './journal-csv';

/**
 * The journal as the desk shows it, and as a file; taking the file is an entry of its own. Whoever reads it has it compared with what is
 * witnessed of it: one that does not agree holds sending, which every page of the desk says.
 */
export function journalRoutes({ journal, entries, examineJournal, now }: Desk): DeskRoute[] {
  return [
    deskRoute('listJournal', async ({ query: { page, pageSize, ...asked } }, { language }) => {
      // Once for whoever opens it: leafing through costs no more than the pages.
      if (page === 1) await examineJournal();
      const { rows, total } = await entries.page(filterOf(asked), { page, pageSize });
      return { rows: rows.map((row) => toRow(row, language)), page, pageSize, total };
    }),
    deskRoute('listJournalPeople', async (_asked, { language }) => {
      const people = await entries.people();
      return people.map((by) => ({ id: by.id, name: actorName(by, language) }));
    }),
    deskRoute('downloadJournal', async ({ query }, person) => {
      await examineJournal();
      await journal.record({
        name: 'export.made',
        by: actorOf(person),
        data: { what: 'journal', ...query },
      });
      const rows = entries.each(filterOf(query));
      const name = journalFileName(now(), person.language);
      return new Download(name, 'text/csv; charset=utf-8', journalCsv(rows, person.language));
    }),
  ];
}

interface Asked extends Omit<JournalFilter, 'from' | 'to'> {
  from?: string | undefined;
  to?: string | undefined;
}

function filterOf({ from, to, ...filter }: Asked): JournalFilter {
  return { ...filter, ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
}

function toRow(entry: StoredEntry, language: DeskLanguage): JournalRow {
  const { id, at, name, byId, byName, document = null, number = null, campaign = null, data } = entry;
  const by = { id: byId, name: actorName({ id: byId, name: byName }, language) };
  return {
    ...{ id, at: at.toISOString(), name, kind: journalKindOf(name), by },
    ...{ documentId: document, number, language: entry.language ?? null, campaign },
    ...{ sentence: wordsOf(language).journal.sentences[name](entry), data },
  };
}
