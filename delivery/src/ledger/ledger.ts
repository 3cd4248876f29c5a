import type { Dialect } from './dialect';

/** A value that can be bound to a statement. Instants are stored as milliseconds since 1970, structures as JSON text. */
export type Binding = string | number | null;

/** The two things a statement can do; the same inside and outside a transaction. `?` marks a binding. */
export interface Statements {
  /** Runs a statement that answers with rows (`SELECT`, or a write with `RETURNING`). */
  rows<Row>(sql: string, bindings?: readonly Binding[]): Promise<Row[]>;
  /** Runs a write; returns the number of rows it changed. */
  run(sql: string, bindings?: readonly Binding[]): Promise<number>;
}

/**
 * The truth about every campaign and delivery: one database, opened and closed by whoever needs it (the CMS,
 * each worker). All statements of this package run through it; none knows which database it is.
 */
export interface Ledger extends Statements {
  readonly dialect: Dialect;
  /** The key that persons are named by in it (`NACHRA_PERSON_KEY`); null where it was opened by a tool that names nobody. */
  readonly personKey: string | null;
  /**
   * Runs `work` in one transaction: all of it is written, or nothing.
   *
   * Its first statement must be a write. SQLite hands out the write lock at the first write, waiting for another
   * process to finish; a transaction that has read before may then find its snapshot outdated, and fails at once.
   */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** A fingerprint of where its rows lie: a copy of them lies elsewhere. `sqlite:…` or `postgres:…`. */
  place(): Promise<string>;
  /** Whether its file's own times said, before it was opened, that it was copied over in place; false where rows lie in no file. */
  readonly wasTouched: boolean;
  /** Whether a statement has found what is stored damaged, since the ledger was opened. */
  isDamaged(): boolean;
  close(): Promise<void>;
}
