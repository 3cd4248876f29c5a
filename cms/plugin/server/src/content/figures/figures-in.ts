import { languageSchema, type Language } from '@nachra/renderer';
import { listOf, needsWords, objectOf } from './stored-figures';

/** A dashboard in one language. */
interface FiguresInLanguage {
  title: unknown;
  /** The contract's own shape. */
  figures: Record<string, unknown>;
  /** Texts that nobody has written in this language; the others stand in their place. */
  missing: string[];
}

/**
 * Gives the figures of a dashboard in one language: totals follow the rows they name. Whatever is no figures is handed on as it is, for the
 * contract to judge. Pure.
 *
 * @param stored see `StoredFigures`
 * @param title the dashboard's own, in the language its figures are in
 */
export function figuresIn(stored: unknown, title: unknown, language: Language): FiguresInLanguage {
  const { language: base, titles, ...contract } = objectOf(stored);
  const isOther = languageSchema.safeParse(base).success && base !== language;
  const missing: string[] = [];
  const said = (text: unknown, texts: unknown): unknown => {
    if (!isOther || typeof text !== 'string') return text;
    const other = objectOf(texts)[language];
    if (typeof other === 'string' && other.trim() !== '') return other;
    if (needsWords(text)) missing.push(text);
    return text;
  };
  const inLanguage = (value: unknown, name: string, texts: string): unknown => {
    const { [texts]: others, sure: _, ...item } = objectOf(value);
    return value === null || typeof value !== 'object'
      ? value
      : { ...item, [name]: said(item[name], others) };
  };
  const groupIn = (value: unknown): unknown => {
    const group = inLanguage(value, 'title', 'titles');
    const rows = listOf(objectOf(group)['indicators']);
    if (rows === null) return group;
    const own = rows.map((row) => inLanguage(row, 'label', 'labels'));
    const names = new Map<unknown, unknown>();
    rows.forEach((row, at) => {
      const label = objectOf(row)['label'];
      if (!names.has(label)) names.set(label, objectOf(own[at])['label']);
    });
    return { ...objectOf(group), indicators: own.map((row) => withSums(row, names)) };
  };
  const written = said(title, titles);
  const [periods, groups] = [listOf(contract['periods']), listOf(contract['groups'])];
  return {
    title: written,
    figures: {
      ...contract,
      ...(periods && { periods: periods.map((period) => inLanguage(period, 'label', 'labels')) }),
      ...(groups && { groups: groups.map(groupIn) }),
    },
    missing,
  };
}

function withSums(row: unknown, names: ReadonlyMap<unknown, unknown>): unknown {
  const ways = listOf(objectOf(row)['sumOf']);
  if (ways === null) return row;
  const sumOf = ways.map((way) => listOf(way)?.map((label) => names.get(label) ?? label) ?? way);
  return { ...objectOf(row), sumOf };
}
