/** Column types of a table handed over as JSON. */
export type JsonColumn = [name: string, type: 'text' | 'integer'];

/**
 * What differs between databases, and nothing else. SQLite's stands in `sqlite.ts`; another database joins with one
 * more file and the same contract suite.
 */
export interface Dialect {
  readonly name: 'sqlite';
  /** Type of a key column that numbers its rows itself. */
  readonly identity: string;
  /**
   * A `SELECT` over one binding: a JSON array of arrays, one inner array a row, in the order of `columns`. Hands any
   * number of rows to one statement of constant text, which is prepared once and takes one binding.
   */
  rowsFromJson(columns: readonly JsonColumn[]): string;
  /** Put behind a sub-select that picks rows to be taken, so that two workers never wait for each other's picks. */
  readonly skipLocked: string;
}
