import type { SectionView } from './section-view';

/** One line of “what is inside”, with the lines below it; `anchor` is where it leads. */
export interface ContentsEntry {
  title: string;
  anchor: string;
  articles: { title: string; anchor: string }[];
}

/** What is inside: sections by heading, their articles by title. Sections without a heading lend their articles' titles. */
export function contentsView(sections: SectionView[]): ContentsEntry[] {
  return sections.flatMap((section): ContentsEntry[] => {
    const articles =
      section.type === 'articles' ? section.articles.map(({ title, anchor }) => ({ title, anchor })) : [];
    if (section.heading !== null) return [{ title: section.heading, anchor: section.anchor, articles }];
    return articles.map((article) => ({ ...article, articles: [] }));
  });
}
