import type { Dialect } from './dialect';

/** One step of the schema: a permanent name and the statements it consists of, in order. */
export interface Migration {
  name: string;
  statements(dialect: Dialect): readonly string[];
}
