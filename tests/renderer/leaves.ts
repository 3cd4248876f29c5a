/** The path of a text in data: `['sections', 0, 'heading']`. */
export type Path = readonly (string | number)[];

/** Every text in some data with its path, in order. */
export function* textsIn(data: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof data === 'string') yield { path, text: data };
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data))
    yield* textsIn(value, [...path, Array.isArray(data) ? Number(key) : key]);
}

/** The same data with another text at one path. */
export function withText<T>(data: T, [key, ...rest]: Path, text: string): T {
  if (key === undefined) return text as T;
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...data }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withText(copy[key], rest, text);
  return copy as T;
}
