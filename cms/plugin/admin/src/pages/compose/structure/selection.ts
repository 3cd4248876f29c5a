import type { KeyedSection } from '../drafts/drafts';

/** What stands in the middle of the page. */
export type Selection =
  | { is: 'masthead' }
  | { is: 'section'; key: string }
  | { is: 'article'; key: string; documentId: string }
  /** Articles to add to that section. */
  | { is: 'picker'; key: string };

export type ArticlesSection = Extract<KeyedSection, { __component: 'newsletter-section.articles' }>;

export function isOfArticles(section: KeyedSection | undefined): section is ArticlesSection {
  return section?.__component === 'newsletter-section.articles';
}

/** The selection, or the nearest that there still is of it. Pure. */
export function presentSelection(selection: Selection, sections: readonly KeyedSection[]): Selection {
  if (selection.is === 'masthead') return selection;
  const section = sections.find(({ key }) => key === selection.key);
  if (section === undefined) return { is: 'masthead' };
  if (selection.is === 'section') return selection;
  if (!isOfArticles(section)) return { is: 'section', key: section.key };
  if (selection.is === 'picker' || section.articles.includes(selection.documentId)) return selection;
  return { is: 'section', key: section.key };
}

/** Whether a dashboard stands in the middle: its form is a table. Pure. */
export function isDashboardChosen(selection: Selection, sections: readonly KeyedSection[]): boolean {
  return (
    selection.is === 'section' &&
    sections.some(
      ({ key, __component }) => key === selection.key && __component === 'newsletter-section.dashboard',
    )
  );
}
