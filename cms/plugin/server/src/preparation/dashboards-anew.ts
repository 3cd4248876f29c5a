import { languages, type Language } from '@nachra/renderer';
import { joinFigures } from '../content/figures/join-figures';
import { moveFigures, type MovedDashboard } from './move-figures';
import type { DashboardTemplate, Template } from './template';

/** A dashboard for the next number, and what of the other one it stands for. */
export interface DashboardAnew extends MovedDashboard {
  /** The documentIds of the dashboards it was made from. */
  from: string[];
  /** The languages of the number that show them. */
  shownIn: Language[];
  /** The languages whose dashboards became one; empty where there was one already. */
  joined: Language[];
}

/** A dashboard of a number, with the languages that show it. */
interface Shown extends DashboardTemplate {
  /** Which of an issue's dashboards it is, from 0. */
  at: number;
  languages: Language[];
}

/**
 * The dashboards of the next number: each copied once with a period to fill in, however many languages show it. Where each language has one
 * of its own and they differ by their texts alone, they become one, so that figures are typed once. Pure.
 *
 * @param months how far to move on
 */
export function dashboardsAnew(sources: readonly Template[], months: number): DashboardAnew[] {
  const left = shownIn(sources);
  const made: DashboardAnew[] = [];
  for (let one = left.shift(); one !== undefined; one = left.shift()) {
    const [from, joined]: [string[], Language[]] = [[one.documentId], [...one.languages]];
    let figures = one.figures;
    for (const other of [...left]) {
      const [language] = other.languages;
      const own = one.languages[0];
      const isPair = other.at === one.at && other.languages.length === 1;
      if (!isPair || language === undefined || own === undefined || joined.includes(language)) continue;
      const both = joinFigures({ ...one, figures, language: own }, { ...other, language });
      if (both === null) continue;
      figures = both;
      from.push(other.documentId);
      joined.push(language);
      left.splice(left.indexOf(other), 1);
    }
    const moved = moveFigures({ ...one, figures }, months);
    if (moved) made.push({ ...moved, from, shownIn: joined, joined: from.length > 1 ? joined : [] });
  }
  return made;
}

/**
 * The dashboard that a number has already of those it would get a copy of: it was prepared in another language before. Pure.
 *
 * @param present the number's issues as they are
 * @returns its documentId, null where there is none
 */
export function dashboardTaken(
  { from }: Pick<DashboardAnew, 'from'>,
  present: readonly Template[],
): string | null {
  const known = present.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.__component === 'newsletter-section.dashboard' && section.dashboard ? [section.dashboard] : [],
    ),
  );
  const taken = known.find(({ copiedFrom }) => copiedFrom.some((id) => from.includes(id)));
  return taken?.documentId ?? null;
}

/** In the order in which languages stand everywhere. */
function shownIn(sources: readonly Template[]): Shown[] {
  const found = new Map<string, Shown>();
  for (const language of languages) {
    const sections = sources.find((source) => source.language === language)?.sections ?? [];
    let at = 0;
    for (const section of sections) {
      if (section.__component !== 'newsletter-section.dashboard' || !section.dashboard) continue;
      const known = found.get(section.dashboard.documentId);
      if (known && !known.languages.includes(language)) known.languages.push(language);
      if (!known)
        found.set(section.dashboard.documentId, { ...section.dashboard, at, languages: [language] });
      at += 1;
    }
  }
  return [...found.values()];
}
