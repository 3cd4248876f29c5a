import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ledger, Statements } from '../../ledger';
import { randomUid } from '../../ledger/identity';
import { keyedMac } from '../links/keyed-mac';
import { holdLedger } from './examine-ledger';
import type { JournalDifference } from './journal-difference';

/** An entry of the journal: its number, and everything that it says as one text, which is the same whenever it is read. */
interface WitnessedEntry {
  id: number;
  text: string;
}

/** What is witnessed of a journal: how many entries, and up to which number. */
interface JournalHead {
  entries: number;
  last: number;
}

/** The journal, read in pieces: entries after a number, the lowest first, {@link entriesAtOnce} at most. */
export interface JournalSource {
  read(after: number, limit: number): Promise<WitnessedEntry[]>;
}

interface StoredHead extends JournalHead {
  /** Random: whoever began anew meanwhile has another. */
  begun: string;
  chain: string;
}

/** Before every number that a row may have, one that somebody has made up included. */
const beforeAll = Number.MIN_SAFE_INTEGER;

/** Entries read, digested and compared between two turns of the event loop. */
const entriesAtOnce = 200;

/** What is witnessed so far; nothing of a ledger that has never witnessed a journal. */
export async function journalHead(ledger: Pick<Ledger, 'rows'>): Promise<JournalHead> {
  const { entries, last } = (await storedHead(ledger)) ?? { entries: 0, last: beforeAll };
  return { entries, last };
}

/**
 * Witnesses what was written to a journal since, up to an entry before which none will be written any more. In pieces, each of which stands by
 * itself. Idempotent, also where several processes do so at once.
 *
 * @param head what {@link journalHead} said
 * @returns how many entries there are between both numbers
 */
export async function witnessEntries(
  ledger: Ledger,
  source: JournalSource,
  head: JournalHead,
  upTo: number,
): Promise<number> {
  let [count, last] = [0, head.last];
  while (last < upTo) {
    const piece = (await source.read(last, entriesAtOnce)).filter(({ id }) => id <= upTo);
    const end = piece.at(-1)?.id;
    if (end === undefined) break;
    const digested = piece.map((entry) => [entry.id, macOf(ledger, entry)] as const);
    // Somebody has begun anew: the next time everything is taken.
    if (!(await append(ledger, last, digested))) break;
    count += piece.length;
    last = end;
    await nextTurn();
  }
  return count;
}

/** @returns whether everything up to `after` was witnessed before */
function append(
  ledger: Ledger,
  after: number,
  piece: readonly (readonly [id: number, mac: string])[],
): Promise<boolean> {
  return ledger.transaction(async (statements) => {
    const begun = randomUid();
    await statements.run(
      `INSERT INTO journal_head (one, begun, entries, last, chain) VALUES (1, ?, 0, ?, ?)
       ON CONFLICT (one) DO UPDATE SET last = journal_head.last`,
      [begun, beforeAll, begun],
    );
    const head = await storedHead(statements);
    if (head === null || head.last < after) return false;
    const fresh = piece.filter(([id]) => id > head.last);
    const [last] = fresh.at(-1) ?? [head.last];
    const chain = fresh.reduce((before, one) => linkOf(ledger, before, one), head.chain);
    const rows = ledger.dialect.rowsFromJson([
      ['entry', 'integer'],
      ['mac', 'text'],
    ]);
    await statements.run(
      `INSERT INTO journal_witness (entry, mac) SELECT r.entry, r.mac FROM (${rows}) AS r`,
      [JSON.stringify(fresh)],
    );
    await statements.run('UPDATE journal_head SET entries = entries + ?, last = ?, chain = ?', [
      ...[fresh.length, last, chain],
    ]);
    return true;
  });
}

/**
 * Compares all that is witnessed of a journal with the journal, a piece at a time.
 *
 * @returns null where they agree, and where nothing is witnessed
 */
export async function compareJournal(
  ledger: Ledger,
  source: JournalSource,
): Promise<JournalDifference | null> {
  const head = await storedHead(ledger);
  if (head === null) return null;
  const found: JournalDifference = { missing: 0, changed: 0, added: 0, forged: 0 };
  let [chain, count] = [head.begun, 0];
  for (let after = beforeAll; after < head.last; await nextTurn()) {
    const entries = await source.read(after, entriesAtOnce);
    const witnessed = await witnessedAfter(ledger, after);
    const end = Math.min(endOf(entries), endOf(witnessed), head.last);
    const here = new Map(entries.flatMap((entry) => (entry.id <= end ? [[entry.id, entry] as const] : [])));
    for (const { id, mac } of witnessed) {
      if (id > end) break;
      const entry = here.get(id);
      if (entry === undefined) found.missing += 1;
      else if (macOf(ledger, entry) !== mac) found.changed += 1;
      here.delete(id);
      chain = linkOf(ledger, chain, [id, mac]);
      count += 1;
    }
    found.added += here.size;
    after = end;
  }
  if (count !== head.entries || chain !== head.chain) found.forged = 1;
  if (Object.values(found).every((figure) => figure === 0)) return null;
  // Somebody has begun anew meanwhile: what was compared were two halves.
  return (await storedHead(ledger))?.begun === head.begun ? found : compareJournal(ledger, source);
}

/** Holds a ledger because of what {@link compareJournal} has found. Idempotent. */
export function holdJournal(ledger: Ledger, journal: JournalDifference, now: Date): Promise<void> {
  return holdLedger(ledger, 'journal-changed', now, { journal });
}

/** Has a journal witnessed from its beginning: it counts as it is now. In the transaction of whatever says so. */
export async function forgetJournal(statements: Statements): Promise<void> {
  const begun = randomUid();
  await statements.run('UPDATE journal_head SET begun = ?, entries = 0, last = ?, chain = ?', [
    begun,
    beforeAll,
    begun,
  ]);
  await statements.run('DELETE FROM journal_witness');
}

/** Up to where a piece says everything. */
function endOf(piece: readonly { id: number }[]): number {
  return piece.length < entriesAtOnce ? Number.MAX_SAFE_INTEGER : (piece.at(-1)?.id ?? 0);
}

async function witnessedAfter(ledger: Ledger, after: number): Promise<{ id: number; mac: string }[]> {
  const rows = await ledger.rows<{ entry: number; mac: string }>(
    `SELECT entry, mac FROM journal_witness WHERE entry > ? ORDER BY entry LIMIT ${entriesAtOnce}`,
    [after],
  );
  return rows.map(({ entry, mac }) => ({ id: Number(entry), mac }));
}

async function storedHead(statements: Pick<Statements, 'rows'>): Promise<StoredHead | null> {
  const [row] = await statements.rows<Record<keyof StoredHead, string | number>>(
    'SELECT begun, entries, last, chain FROM journal_head',
  );
  if (row === undefined) return null;
  return {
    ...{ begun: String(row.begun), chain: String(row.chain) },
    ...{ entries: Number(row.entries), last: Number(row.last) },
  };
}

function macOf({ personKey }: Ledger, { id, text }: WitnessedEntry): string {
  return keyedMac(keyIn(personKey), 'journal-entry', `${id}\n${text}`);
}

function linkOf({ personKey }: Ledger, before: string, [id, mac]: readonly [number, string]): string {
  return keyedMac(keyIn(personKey), 'journal-chain', `${before}\n${id}\n${mac}`);
}

function keyIn(personKey: string | null): string {
  if (personKey !== null) return personKey;
  throw new Error('The journal is witnessed under the key of persons: open the ledger with it.');
}
