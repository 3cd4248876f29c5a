import type { Language } from '@nachra/renderer';
import { filled, needsWords, readFigures, type StoredFigures, type Texts } from './stored-figures';

/** A dashboard as a number has it in one language. */
export interface DashboardInLanguage {
  language: Language;
  title: string;
  /** `YYYY-MM-DD` */
  asOf: string;
  figures: unknown;
}

/**
 * Makes one dashboard of two that differ by their language alone: the same periods, groups and rows with the same figures. The first gets the
 * texts of the second beside its own. Pure.
 *
 * @returns its figures; null where anything but the texts differs, or the second has texts in several languages itself
 */
export function joinFigures(one: DashboardInLanguage, other: DashboardInLanguage): StoredFigures | null {
  const [base, added] = [readFigures(one.figures), readFigures(other.figures)];
  if (!base || !added || added.language || one.asOf !== other.asOf) return null;
  const language = base.language ?? one.language;
  if (language === other.language || shapeOf(base) !== shapeOf(added)) return null;
  const beside = (own: string, text: string | undefined, texts: Texts | undefined): Texts | undefined =>
    text === undefined || (text === own && !needsWords(own)) ? texts : { ...texts, [other.language]: text };
  return {
    language,
    ...filled('titles', beside(one.title, other.title, base.titles)),
    periods: base.periods.map((period, at) => ({
      ...period,
      ...filled('labels', beside(period.label, added.periods[at]?.label, period.labels)),
    })),
    groups: base.groups.map((group, at) => ({
      ...group,
      ...filled('titles', beside(group.title, added.groups[at]?.title, group.titles)),
      indicators: group.indicators.map((row, rowAt) => ({
        ...row,
        ...filled('labels', beside(row.label, added.groups[at]?.indicators[rowAt]?.label, row.labels)),
      })),
    })),
  };
}

/** All of some figures but their texts; what a total is made of, by the places of its rows. */
function shapeOf({ periods, groups }: StoredFigures): string {
  return JSON.stringify([
    periods.map(({ label: _, labels: __, ...period }) => period),
    groups.map(({ title: _, titles: __, indicators, ...group }) => [
      group,
      indicators.map(({ label: _label, labels: _labels, sure: _sure, sumOf, ...row }) => [
        row,
        sumOf?.map((way) => way.map((part) => indicators.findIndex(({ label }) => label === part))),
      ]),
    ]),
  ]);
}
