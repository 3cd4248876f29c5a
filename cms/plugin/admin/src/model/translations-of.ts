import type { Language } from '../../../shared/desk';
import type { Sheet, Texts } from './sheet';

/** One text of a dashboard, and the same in another language. */
export interface TextRow {
  /** What it is of. */
  of: 'title' | 'period' | 'group' | 'row';
  /** In the language of the sheet. */
  base: string;
  /** Empty where nobody has written it. */
  text: string;
}

/** The language that a sheet's own texts are in: as it says, or as their letters and the desk's language suggest. Pure. */
export function languageOf(sheet: Sheet, own: Language): Language {
  if (sheet.language !== null) return sheet.language;
  const texts = sheet.groups.flatMap(({ title, rows }) => [title, ...rows.map(({ label }) => label ?? '')]);
  if (/\p{Script=Arabic}/u.test(texts.join(' '))) return 'ar';
  // An Arabic admin says nothing of texts in Latin letters.
  return own === 'ar' && /\p{Script=Latin}/u.test(texts.join(' ')) ? 'fr' : own;
}

/**
 * The texts of a sheet that another language needs, from top to bottom; a year or a day in figures needs none. Pure.
 *
 * @param title the dashboard's; undefined where it is not known
 */
export function textsIn(sheet: Sheet, title: string | undefined, language: Language): TextRow[] {
  const row = (of: TextRow['of'], base: string | null | undefined, said: Texts): TextRow[] =>
    base && /\p{L}/u.test(base) ? [{ of, base, text: said[language] ?? '' }] : [];
  return [
    ...row('title', title, sheet.titles),
    ...sheet.periods.flatMap(({ label, labels }) => row('period', label, labels)),
    ...sheet.groups.flatMap((group) => [
      ...row('group', group.title, group.titles),
      ...group.rows.flatMap(({ label, labels }) => row('row', label, labels)),
    ]),
  ];
}

/** How many texts of a sheet are not written in another language. Pure. */
export function missingIn(sheet: Sheet, title: string | undefined, language: Language): number {
  return textsIn(sheet, title, language).filter(({ text }) => text.trim() === '').length;
}

/** Takes a dashboard's title in another language into a sheet; an empty one is none. Pure. */
export function withTitle(sheet: Sheet, language: Language, title: string): Sheet {
  const { [language]: _, ...others } = sheet.titles;
  return { ...sheet, titles: title.trim() === '' ? others : { ...others, [language]: title } };
}

/**
 * Takes the texts of another language into a sheet, which says from then on what its own are in. Pure.
 *
 * @param rows as {@link textsIn} has them, in the same order
 */
export function withTexts(
  sheet: Sheet,
  title: string | undefined,
  base: Language,
  language: Language,
  rows: readonly TextRow[],
): Sheet {
  const left = [...rows];
  const said = (own: string | null | undefined, before: Texts): Texts => {
    if (!own || !/\p{L}/u.test(own)) return before;
    const text = left.shift()?.text.trim() ?? '';
    const { [language]: _, ...others } = before;
    return text === '' ? others : { ...others, [language]: text };
  };
  return {
    language: base,
    titles: said(title, sheet.titles),
    periods: sheet.periods.map((period) => ({ ...period, labels: said(period.label, period.labels) })),
    groups: sheet.groups.map((group) => ({
      ...group,
      titles: said(group.title, group.titles),
      rows: group.rows.map((row) => ({ ...row, labels: said(row.label, row.labels) })),
    })),
  };
}
