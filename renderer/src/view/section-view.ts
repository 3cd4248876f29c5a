import type { Section, SectionType } from '../contract/section';
import { word } from './emails/words';
import { articleView, type ArticleView } from './article-view';
import { bodyView, type BlockView } from './body-view';
import type { ViewContext } from './context';
import { dashboardView, type DashboardView } from './dashboard-view';
import { dateView, type DateView } from './date-view';
import { imageView, type ImageView } from './image-view';
import { rowsOfTwo } from './tile-view';

interface Common<Type extends SectionType> {
  type: Type;
  anchor: string;
  heading: string | null;
}

/** The view of a section, for its template `emails/sections/<type>`. */
export type SectionView =
  | (Common<'articles'> & { cards: boolean; articles: ArticleView[]; rows: ArticleView[][] })
  | (Common<'dashboard'> & { dashboard: DashboardView; level: number })
  | (Common<'agenda'> & {
      entries: { title: string; dates: DateView; place: string | null; url: string | null }[];
    })
  | (Common<'text'> & { body: BlockView[] })
  | (Common<'quote'> & { text: string[]; attribution: string | null })
  | (Common<'image'> & { image: ImageView; url: string | null })
  | (Common<'links'> & { links: { label: string; url: string; note: string | null }[] });

/**
 * The view of one section. A section's heading is an h2 and its articles' titles are h3. Without a heading the titles are
 * h2, so that no level is skipped.
 */
export function sectionView(section: Section, index: number, context: ViewContext): SectionView {
  const { set, words, measures } = context;
  const anchor = `s${index + 1}`;
  const heading = 'heading' in section ? set.optional(section.heading) : null;
  const level = heading === null ? 2 : 3;
  switch (section.type) {
    case 'articles': {
      const cards = section.layout === 'cards';
      const articles = section.articles.map((article, at) =>
        articleView(
          article,
          {
            anchor: `${anchor}a${at + 1}`,
            level,
            lead: section.layout === 'lead' && at === 0,
            measure: cards ? measures.card : measures.wide,
            articleAt: at,
            layout: section.layout,
          },
          context,
        ),
      );
      return { type: 'articles', anchor, heading, cards, articles, rows: rowsOfTwo(articles) };
    }
    case 'dashboard': {
      const own = heading ?? word(words.mail, 'dashboard');
      return {
        type: 'dashboard',
        anchor,
        heading: own,
        level: 3,
        dashboard: dashboardView(section.dashboard, context),
      };
    }
    case 'agenda':
      return {
        type: 'agenda',
        anchor,
        heading: heading ?? word(words.mail, 'agenda'),
        entries: section.entries.map((entry) => ({
          title: set.line(entry.title),
          dates: dateView(entry.start, entry.end, context),
          place: set.optional(entry.place),
          url: entry.url ?? null,
        })),
      };
    case 'text':
      return {
        type: 'text',
        anchor,
        heading,
        body: bodyView(section.body, level - 1, measures.wide, context),
      };
    case 'quote':
      return {
        type: 'quote',
        anchor,
        heading: null,
        text: set.paragraphs(section.text),
        attribution: set.optional(section.attribution),
      };
    case 'image':
      return {
        type: 'image',
        anchor,
        heading: null,
        image: imageView(section.image, measures.wide, 'free', context),
        url: section.url ?? null,
      };
    case 'links':
      return {
        type: 'links',
        anchor,
        heading,
        links: section.links.map(({ label, url, note }) => ({
          label: set.line(label),
          url,
          note: set.optional(note),
        })),
      };
  }
}
