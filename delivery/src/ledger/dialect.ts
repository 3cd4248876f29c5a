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
   * Milliseconds since 1970 by the clock of the database, which all workers share, as an expression. It advances within a
   * transaction.
   */
  readonly now: string;
  /**
   * A statement that lets one transaction at a time decide who gets a number; its binding is the number. Null where a
   * transaction's first write already does that.
   */
  readonly numberLock: string | null;
  /** A statement that lets one process at a time migrate; null where a transaction's first write already does that. */
  readonly migrationLock: string | null;
}
