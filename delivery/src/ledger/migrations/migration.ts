import type { Dialect } from '../dialect';

/** One step of the schema: a permanent name and the statements it consists of, in order. */
export interface Migration {
  name: string;
  /** @param dialect what a table's definition needs of the database's own SQL: the type of a key that numbers its rows itself */
  statements(dialect: Pick<Dialect, 'identity' | 'name'>): readonly string[];
}
