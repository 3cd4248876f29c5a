/** A row as Strapi hands it out: fields of which nothing is known yet. */
export type Row = Record<string, unknown>;

/** Rows of a relation, whether the schema allows one or several; none where there is nothing. Pure. */
export function rowsOf(value: unknown): Row[] {
  return [value ?? []].flat().filter((one): one is Row => typeof one === 'object' && one !== null);
}

/** The documentId of a row. Pure. */
export function idOf(row: Row): string {
  return String(row['documentId']);
}
