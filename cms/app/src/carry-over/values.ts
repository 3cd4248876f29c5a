import { createHash } from 'node:crypto';

/** A column of PostgreSQL, as far as its values need to know it. */
export interface Column {
  name: string;
  /** As `information_schema` calls it. */
  type: string;
  /** Digits behind the point; null where the type has none. */
  scale: number | null;
}

/** What a cell may hold on its way. */
export type Cell = string | number | bigint | boolean | Date | Buffer | null;

/**
 * What PostgreSQL is given for a value of SQLite: SQLite knows no truth values (0 and 1), keeps instants as milliseconds, and
 * takes any text, of which PostgreSQL can store neither U+0000 nor half a pair of surrogates. Pure.
 *
 * @throws {TypeError} for a value that the column cannot mean
 */
export function toPostgres(value: Cell, { name, type }: Column): Cell {
  if (value === null) return null;
  if (type === 'boolean') return truthOf(value, name);
  if (type.startsWith('timestamp')) return instantOf(value, name);
  return typeof value === 'string' ? storable(value, type) : value;
}

function truthOf(value: Cell, name: string): boolean {
  if (value === 1 || value === true) return true;
  if (value === 0 || value === false) return false;
  throw new TypeError(`The column ${name} holds something that is neither 0 nor 1.`);
}

function instantOf(value: Cell, name: string): Date {
  const digits = typeof value === 'string' && /^\d+$/.test(value);
  const instant = new Date(digits ? Number(value) : (value as number | string));
  if (Number.isNaN(instant.getTime())) throw new TypeError(`The column ${name} holds no instant.`);
  return instant;
}

function storable(text: string, type: string): string {
  const whole = text.replaceAll('\0', '\ufffd');
  if (!type.startsWith('json')) return whole;
  return whole.replaceAll(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/gi, '$1\ufffd');
}

/** One form for a value, whichever database it came from, so that both can be compared. Pure. */
export function canonical(value: Cell, { type, scale }: Column): unknown {
  if (value === null) return null;
  if (value instanceof Date) return type.endsWith('without time zone') ? wallTime(value) : value.getTime();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (type === 'boolean') return value === true || value === 't';
  if (type.startsWith('json')) return sorted(JSON.parse(String(value)));
  if (type === 'numeric' && scale !== null) return Number(value).toFixed(scale);
  if (/^(smallint|integer|bigint|numeric|real|double precision)$/.test(type)) return Number(value);
  // 10:00:00.500 and 10:00:00.5, 10:00:00.000 and 10:00:00.
  if (type.startsWith('time ')) return String(value).replace(/(?:\.0*|(\.\d*?)0+)$/, '$1');
  return String(value);
}

/** Strapi's columns hold the time of the clock on the wall, of which the last hour of summer time comes twice. */
function wallTime(instant: Date): number {
  return instant.getTime() - instant.getTimezoneOffset() * 60_000;
}

/** PostgreSQL keeps the keys of an object in an order of its own. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

/** What a table's rows add up to, whatever order they come in. */
export interface Sum {
  add(row: readonly unknown[]): void;
  rows(): number;
  digest(): string;
}

const modulus = 1n << 256n;

export function sumOfRows(): Sum {
  let rows = 0;
  let sum = 0n;
  return {
    add(row) {
      rows += 1;
      const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      sum = (sum + BigInt(`0x${digest}`)) % modulus;
    },
    rows: () => rows,
    digest: () => sum.toString(16),
  };
}
