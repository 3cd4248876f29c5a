/** Column types of a table that is passed as JSON. */
type JsonColumn = [name: string, type: 'text' | 'integer'];

/**
 * What differs between databases, and nothing else: `sqlite.ts` and `postgres.ts`. Another database needs one more
 * file and the same contract suite.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Type of a key column that numbers its rows itself. */
  readonly identity: string;
  /**
   * A `SELECT` over one binding: a JSON array of arrays, one inner array a row, in the order of `columns`. Passes any
   * number of rows to one statement of constant text, which is prepared once and takes one binding.
   */
  rowsFromJson(columns: readonly JsonColumn[]): string;
  /** Goes after a subquery that picks rows to claim, so that two workers never wait for each other's rows. */
  readonly skipLocked: string;
  /**
   * Goes after a query of rows that must stay as they are until the transaction is over; null where a transaction's first write keeps
   * every other writer out.
   */
  readonly shareLock: string | null;
  /**
   * Milliseconds since 1970 by the clock of the database, which all workers share, as an expression. It advances within a
   * transaction.
   */
  readonly now: string;
  /**
   * A statement that lets one transaction at a time decide who gets a number; its binding is the number. Null where a
   * transaction's first write already does that.
   */
  readonly numberLock: string | null;
  /**
   * Statements that keep an erasure apart from a transaction that writes addresses it could not see: many may write them at once, and
   * whoever erases waits for them. Null where a transaction's first write keeps every other writer out.
   */
  readonly writingAddresses: string | null;
  readonly erasingAddresses: string | null;
  /** A statement that moves the ledger's position on by one, within a transaction. */
  readonly movePosition: string;
  /**
   * A statement that brings `identity.position` to where the position is; null where it is there already. Its commit also brings
   * every earlier move to the disk: what a witness stores must never be ahead of what survives a crash.
   */
  readonly settlePosition: string | null;
  /** A statement that lifts the position to the number it is given. */
  readonly liftPosition: string;
  /** A statement that answers with what it finds damaged, in rows of `quick_check`, or `ok`; null where the database has none. */
  readonly quickCheck: string | null;
  /** Codes of the driver that say that what is stored is damaged. */
  readonly damageCodes: RegExp;
  /**
   * A statement that brings what was erased to the file itself and empties the log beside it, in which earlier states of it stand; its
   * row says `busy` while somebody reads one of those. Null where the database does so by itself.
   */
  readonly overwriteErased: string | null;
  /** A statement that lets one process at a time migrate; null where a transaction's first write already does that. */
  readonly migrationLock: string | null;
}
