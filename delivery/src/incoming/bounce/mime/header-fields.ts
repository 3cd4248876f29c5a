/** Headers or report fields by name in lower case, each value unfolded; those of one name in their order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const fieldLine = /^([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:(.*)$/;
/** Characters of one unfolded value, and fields of one block: more is rubbish or an attack. */
const longestValue = 8_000;
const mostFields = 400;

/**
 * Reads `Name: value` lines. A line that is neither a field nor folded continues the one before it: diagnostic texts are
 * wrapped by machines that do not indent. Pure, linear, takes anything.
 */
export function readFields(block: string): Fields {
  const fields = new Map<string, string[]>();
  let current: { values: string[]; value: string } | null = null;
  const close = (): void => {
    if (current) current.values.push(current.value.trim().slice(0, longestValue));
    current = null;
  };
  let count = 0;
  for (const line of block.split('\n')) {
    const [, name, value] = fieldLine.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      close();
      count += 1;
      if (count > mostFields) break;
      const key = name.toLowerCase();
      const values = fields.get(key) ?? [];
      fields.set(key, values);
      current = { values, value: value.trim() };
    } else if (current && current.value.length < longestValue) {
      current.value += ` ${line.trim()}`;
    }
  }
  close();
  return fields;
}

/** The first value of a field, or ''. */
export function first(fields: Fields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}

/** All values of several fields, in the order of the names. */
export function all(fields: Fields, ...names: string[]): string[] {
  return names.flatMap((name) => fields.get(name) ?? []);
}

/** Cuts a message or part into its header block and its body. A text that does not begin with a header has none. */
export function cutHeader(text: string): { header: string; body: string } {
  if (text.startsWith('\n')) return { header: '', body: text.slice(1) };
  const lineEnd = text.indexOf('\n');
  const firstLine = lineEnd < 0 ? text : text.slice(0, lineEnd);
  if (!fieldLine.test(firstLine.slice(0, 2_000))) return { header: '', body: text };
  const end = text.indexOf('\n\n');
  return end < 0 ? { header: text, body: '' } : { header: text.slice(0, end), body: text.slice(end + 2) };
}

/** A parameter of a structured value such as Content-Type, unquoted; '' when it is not there. */
export function parameter(value: string, name: string): string {
  const found = new RegExp(`[;\\s]${name}\\s{0,4}=\\s{0,4}(?:"([^"]{0,200})"|([^;\\s"]{1,200}))`, 'i').exec(
    value,
  );
  return (found?.[1] ?? found?.[2] ?? '').trim();
}
