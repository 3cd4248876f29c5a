/** The part of JSON Schema that the contract uses. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  const?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/**
 * Fields of a schema that do not occur in some data. A definition shared by several places (`$ref`) has to occur in one of
 * them: not every picture needs a caption.
 */
export function unusedFields(root: Schema, data: unknown): string[] {
  const used = new Map<string, boolean>();
  const definition = (name: string): Schema => root.$defs?.[name.replace('#/$defs/', '')] ?? {};

  function visit(schema: Schema, values: unknown[], place: string, above: readonly string[]): void {
    const name = schema.$ref;
    if (name !== undefined) {
      // A nested list has the same contents as a list.
      if (!above.includes(name)) visit(definition(name), values, name, [...above, name]);
      return;
    }
    for (const branch of schema.oneOf ?? schema.anyOf ?? [])
      visit(
        branch,
        values.filter((value) => belongs(branch, value)),
        place,
        above,
      );
    if (schema.items) visit(schema.items, values.flat(), `${place}[]`, above);
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      const inside = values
        .map((value) => (value as Record<string, unknown>)[key])
        .filter((value) => value !== undefined);
      const at = `${place}${markOf(schema)}.${key}`;
      used.set(at, (used.get(at) ?? false) || inside.length > 0);
      visit(field, inside, at, above);
    }
  }

  /** Whether a value belongs to a branch of a union, by the fields that distinguish the branches. */
  function belongs(branch: Schema, value: unknown): boolean {
    const { properties = {} } = branch.$ref === undefined ? branch : definition(branch.$ref);
    const item = value as Record<string, unknown> | null;
    return Object.entries(properties).every(
      ([key, field]) => field.const === undefined || item?.[key] === field.const,
    );
  }

  visit(root, [data], '', []);
  return [...used].flatMap(([place, isUsed]) => (isUsed ? [] : [place]));
}

function markOf({ properties = {} }: Schema): string {
  const mark = Object.values(properties).find((field) => field.const !== undefined)?.const;
  return mark === undefined ? '' : `(${mark})`;
}
