import { useSearchParams } from 'react-router-dom';

import { journalKinds, type JournalKind } from '../../../shared/journal-lists';

/** What the page shows of the journal. Dates are days of the person's own calendar. */
export interface JournalFilter {
  by: string;
  kind: JournalKind | '';
  number: string;
  from: string;
  to: string;
}

/** The filter as the routes take it: the last day is included. */
export interface AskedFilter {
  by?: string;
  kind?: JournalKind;
  number?: number;
  from?: string;
  to?: string;
}

/** The journal's filter. It lives in the page's address: a link or the back button shows the same rows. */
export function useJournalFilter() {
  const [params, setParams] = useSearchParams();
  const kind = journalKinds.find((each) => each === params.get('kind')) ?? '';
  const read = (name: string) => params.get(name) ?? '';
  const filter: JournalFilter = {
    by: read('by'),
    kind,
    number: /^\d{1,6}$/.test(read('number')) ? read('number') : '',
    from: dayOf(read('from')),
    to: dayOf(read('to')),
  };
  const setFilter = (changes: Partial<JournalFilter>) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  return { filter, asked: askedOf(filter), setFilter };
}

function askedOf({ by, kind, number, from, to }: JournalFilter): AskedFilter {
  return {
    ...(by && { by }),
    ...(kind && { kind }),
    ...(number && { number: Number(number) }),
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to).toISOString() }),
  };
}

function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** Midnight after a day; the clock may have been changed in between, so hours are not counted. */
function dayAfter(day: string): Date {
  const midnight = new Date(`${day}T00:00:00`);
  midnight.setDate(midnight.getDate() + 1);
  return midnight;
}
