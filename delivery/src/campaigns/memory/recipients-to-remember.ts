import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import { someDeliveryIn, unfinishedStates } from '../states';
import { hashOfAddress, hashOfId, readerHashLength } from './reader-hash';

/** A campaign whose recipients are to be remembered outside of the ledger. */
export interface CampaignToRemember {
  id: string;
  number: number;
  /** How many were frozen. */
  recipients: number;
  /** Whether something of it may still leave. */
  isUnfinished: boolean;
}

/** Recipients of one edition of a campaign, by reader hashes alone. */
export interface RecipientsPiece {
  /** Which piece of the campaign: the same recipients each time, on whatever database the ledger lies. */
  piece: number;
  /** Of the edition. */
  language: Language;
  round: number;
  readers: number;
  /** Reader hashes, one after the other without a separator; two or three for each recipient. */
  hashes: string;
}

/** Rows looked at in one turn: with a hash of each name they take some milliseconds. Part of what numbers a piece. */
const pieceSize = 500;

/** Every campaign of the ledger, or the one with an id, newest first. */
export async function campaignsToRemember(ledger: Ledger, id?: string): Promise<CampaignToRemember[]> {
  const rows = await ledger.rows<{
    uid: string;
    issue_number: number;
    recipients: number;
    unfinished: number;
  }>(
    `SELECT c.uid, c.issue_number, c.recipients,
       CASE WHEN c.intent <> 'cancel' AND ${someDeliveryIn(unfinishedStates)} THEN 1 ELSE 0 END AS unfinished
     FROM campaign c ${id === undefined ? '' : 'WHERE c.uid = ?'} ORDER BY c.id DESC`,
    id === undefined ? [] : [id],
  );
  return rows.map(({ uid, issue_number, recipients, unfinished }) => ({
    ...{ id: uid, number: Number(issue_number), recipients: Number(recipients) },
    isUnfinished: Number(unfinished) === 1,
  }));
}

/**
 * All recipients of a campaign, a piece at a time; others have their turn between two. Whoever was erased since is named by what is
 * left of her: the hash of her address, and her id.
 *
 * @param known pieces that are left out
 */
export async function* recipientsToRemember(
  ledger: Ledger,
  campaignId: string,
  known: ReadonlySet<number>,
): AsyncGenerator<RecipientsPiece[]> {
  const [range] = await ledger.rows<{ campaign: number; first: number | null; last: number | null }>(
    `SELECT c.id AS campaign, MIN(d.id) AS first, MAX(d.id) AS last
     FROM campaign c JOIN delivery d ON d.campaign_id = c.id WHERE c.uid = ? GROUP BY c.id`,
    [campaignId],
  );
  if (!range) return;
  const editions = await ledger.rows<{ language: Language; round: number }>(
    'SELECT language, round FROM edition WHERE campaign_id = ?',
    [range.campaign],
  );
  const first = Number(range.first);
  // By the numbers of the rows, which a copy of the ledger keeps: no order of words is the same on two databases.
  for (let piece = 0; first + piece * pieceSize <= Number(range.last); piece += 1) {
    if (known.has(piece)) continue;
    const from = first + piece * pieceSize;
    const rows = await ledger.rows<RecipientRow>(
      // The sum keeps the index of the campaign out of it: rows are found by their numbers.
      `SELECT subscriber_id, person_id, address_key, language FROM delivery
       WHERE id BETWEEN ? AND ? AND campaign_id + 0 = ?`,
      [from, from + pieceSize - 1, range.campaign],
    );
    yield editions.flatMap(({ language, round }) => {
      const own = rows.filter((row) => row.language === language);
      const hashes = own.map((row) => hashesOf(ledger, row)).join('');
      return own.length === 0 ? [] : { piece, language, round: Number(round), readers: own.length, hashes };
    });
    await nextTurn();
  }
}

interface RecipientRow {
  subscriber_id: string;
  person_id: string;
  address_key: string;
  language: Language;
}

function hashesOf(ledger: Ledger, { subscriber_id, person_id, address_key }: RecipientRow): string {
  const ids = new Set([subscriber_id, person_id].filter((id) => id !== ''));
  // Where the address was erased, the person's hash stands in its place.
  const address = address_key.includes('@')
    ? hashOfAddress(ledger, address_key)
    : address_key.slice(0, readerHashLength);
  return address + [...ids].map((id) => hashOfId(ledger, id)).join('');
}
