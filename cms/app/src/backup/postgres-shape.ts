import { z } from 'zod';
import { ourSchemas, type PostgresSession } from './postgres-session';

const sequenceSchema = z.object({
  schema: z.string(),
  name: z.string(),
  type: z.string(),
  start: z.string(),
  least: z.string(),
  most: z.string(),
  step: z.string(),
  cycles: z.boolean(),
  /** Null while no number was taken. */
  last: z.string().nullable(),
  /** The column that it numbers, and whether it is part of that column (`i`) or only belongs to it (`a`). */
  owner: z
    .object({ schema: z.string(), table: z.string(), column: z.string(), kind: z.enum(['a', 'i']) })
    .nullable(),
});

const columnSchema = z.object({
  name: z.string(),
  /** As a statement writes it, such as `character varying(255)`. */
  type: z.string(),
  collation: z.string().nullable(),
  required: z.boolean(),
  /** `a` always, `d` by default, empty for no identity. */
  identity: z.enum(['a', 'd', '']),
  generated: z.boolean(),
  default: z.string().nullable(),
});

const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(columnSchema),
  /** The entry of the archive that holds its rows. */
  entry: z.string(),
});

/** Tables, sequences, keys and indexes of a database, enough to make them again in an empty one. */
export const shapeSchema = z.object({
  tables: z.array(tableSchema),
  sequences: z.array(sequenceSchema),
  constraints: z.array(
    z.object({
      schema: z.string(),
      table: z.string(),
      name: z.string(),
      kind: z.string(),
      definition: z.string(),
    }),
  ),
  indexes: z.array(z.string()),
});
/** See {@link shapeSchema}. */
export type Shape = z.infer<typeof shapeSchema>;
/** One table, as {@link shapeSchema} has it. */
export type TableShape = Shape['tables'][number];

/** What an extension brought is made by the extension. */
const notOfExtension = (oid: string, catalog: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.objid = ${oid} AND e.classid = '${catalog}'::regclass AND e.deptype = 'e')`;

const isTrue = (text: string) => text === 't';

/** Reads the shape of our schemas. Sequences are read as they are now, not as they were when the transaction began. */
export async function readShape({ rows }: PostgresSession): Promise<Shape> {
  const ours = [ourSchemas];
  const relations = await rows<{ oid: string; schema: string; name: string }>(
    `SELECT c.oid::text, n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND NOT c.relispartition AND n.nspname = ANY ($1) AND ${notOfExtension('c.oid', 'pg_class')}
     ORDER BY 2, 3`,
    ours,
  );
  const tables: TableShape[] = [];
  for (const { oid, schema, name } of relations) {
    const columns = await rows<
      Record<'name' | 'type' | 'required' | 'identity' | 'generated', string> & {
        collation: string | null;
        default: string | null;
      }
    >(
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required, a.attidentity AS identity,
         (a.attgenerated <> '') AS generated, pg_get_expr(d.adbin, d.adrelid) AS default,
         CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(k.nspname) || '.' || quote_ident(l.collname) END AS collation
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace k ON k.oid = l.collnamespace
       WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
      [oid],
    );
    tables.push({
      ...{ schema, name, entry: `postgres/${tables.length + 1}-${name.replaceAll(/[^\w-]/g, '_')}.ndjson` },
      columns: columns.map((column) => ({
        ...column,
        required: isTrue(column.required),
        generated: isTrue(column.generated),
        identity: column.identity as 'a' | 'd' | '',
      })),
    });
  }
  return {
    tables,
    sequences: await readSequences({ rows }),
    constraints: await rows(
      `SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, k.contype AS kind, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE k.contype IN ('p', 'u', 'x', 'c', 'f') AND n.nspname = ANY ($1) AND c.relkind = 'r' AND ${notOfExtension('c.oid', 'pg_class')}
       ORDER BY array_position(ARRAY['p', 'u', 'x', 'c', 'f'], k.contype::text), 1, 2, 3`,
      ours,
    ),
    indexes: (
      await rows<{ definition: string }>(
        `SELECT pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
           JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND ${notOfExtension('c.oid', 'pg_class')}
           AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
         ORDER BY i.indexrelid`,
        ours,
      )
    ).map(({ definition }) => definition),
  };
}

async function readSequences({ rows }: Pick<PostgresSession, 'rows'>): Promise<Shape['sequences']> {
  const found = await rows<
    Record<'schema' | 'name' | 'type' | 'start' | 'least' | 'most' | 'step' | 'cycles', string> &
      Record<'last' | 'owner_schema' | 'owner_table' | 'owner_column' | 'owner_kind', string | null>
  >(
    `SELECT s.schemaname AS schema, s.sequencename AS name, s.data_type::text AS type, s.start_value AS start, s.min_value AS least,
       s.max_value AS most, s.increment_by AS step, s.cycle AS cycles, s.last_value AS last,
       tn.nspname AS owner_schema, t.relname AS owner_table, a.attname AS owner_column, d.deptype AS owner_kind
     FROM pg_sequences s JOIN pg_namespace n ON n.nspname = s.schemaname
       JOIN pg_class c ON c.relname = s.sequencename AND c.relnamespace = n.oid
       LEFT JOIN pg_depend d ON d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
         AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
       LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
       LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
     WHERE s.schemaname = ANY ($1) AND ${notOfExtension('c.oid', 'pg_class')} ORDER BY 1, 2`,
    [ourSchemas],
  );
  return found.map(
    ({ owner_schema: schema, owner_table: table, owner_column: column, owner_kind: kind, ...sequence }) => ({
      ...sequence,
      cycles: isTrue(sequence.cycles),
      owner:
        schema !== null && table !== null && column !== null
          ? { schema, table, column, kind: kind === 'i' ? 'i' : 'a' }
          : null,
    }),
  );
}

/** What our schemas hold beside tables and sequences, in words: somebody else's views, functions, types and triggers. */
export async function readOthers({ rows }: PostgresSession): Promise<string[]> {
  const found = await rows<{ kind: string; name: string }>(
    `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'partitioned table' END AS kind,
       n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND (c.relkind IN ('v', 'm', 'f', 'p') OR c.relispartition AND c.relkind = 'r') AND ${notOfExtension('c.oid', 'pg_class')}
     UNION ALL SELECT 'function', n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = ANY ($1) AND ${notOfExtension('p.oid', 'pg_proc')}
     UNION ALL SELECT 'type', n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE n.nspname = ANY ($1) AND t.typtype IN ('e', 'd', 'r') AND ${notOfExtension('t.oid', 'pg_type')}
     UNION ALL SELECT 'trigger', n.nspname || '.' || c.relname || '.' || g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY ($1) AND NOT g.tgisinternal ORDER BY 1, 2`,
    [ourSchemas],
  );
  return found.map(({ kind, name }) => `${kind} ${name}`);
}
