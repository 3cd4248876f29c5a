/** Names that the contract and Strapi's forms have for the same field of an article, where these differ. */
const articleFields: Readonly<Record<string, string>> = {
  start: 'startDate',
  end: 'endDate',
  date: 'meetingDate',
  'callToAction.label': 'callToActionLabel',
  'callToAction.url': 'callToActionUrl',
  callToAction: 'callToActionLabel',
  'source.name': 'sourceName',
  'source.url': 'sourceUrl',
  source: 'sourceName',
};

/** The field of an article that a path within it means: `callToActionUrl` for `callToAction.url`. Pure. */
export function articleFieldAt(path: string): string {
  return articleFields[path] ?? firstOf(path);
}

/** The path within an article that a field of it stands at. Pure. */
export function articlePathOf(field: string): string {
  return keyOf(articleFields, field) ?? field;
}

/** The field of a dashboard that a path within it means: its figures are one. Pure. */
export function dashboardFieldAt(path: string): string {
  const name = firstOf(path);
  return name === 'title' || name === 'asOf' ? name : 'figures';
}

/** The first name of a path: `images` of `images[2].alt`. Pure. */
export function firstOf(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

/** The first key under which a value stands. Pure. */
export function keyOf(names: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.keys(names).find((key) => names[key] === value);
}
