/** Column types of a table handed over as JSON. */
type JsonColumn = [name: string, type: 'text' | 'integer'];

/**
 * What differs between databases, and nothing else: `sqlite.ts` and `postgres.ts`. Another database joins with one more
 * file and the same contract suite.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Type of a key column that numbers its rows itself. */
  readonly identity: string;
  /**
   * A `SELECT` over one binding: a JSON array of arrays, one inner array a row, in the order of `columns`. Hands any
   * number of rows to one statement of constant text, which is prepared once and takes one binding.
   */
  rowsFromJson(columns: readonly JsonColumn[]): string;
  /** Put behind a sub-select that picks rows to be taken, so that two workers never wait for each other's picks. */
  readonly skipLocked: string;
  /**
   * Milliseconds since 1970 by the clock of the database, which all workers share: an expression. It goes on within a
   * transaction.
   */
  readonly now: string;
  /** A statement that lets one process at a time migrate; null where the first write of a transaction does that. */
  readonly migrationLock: string | null;
}
