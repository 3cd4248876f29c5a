import type { Pictures } from './pictures/open-pictures';
import { paletteOf, type Palette } from './colour/palette';
import type { Edition } from '../contract/edition';
import type { Issue } from '../contract/issue';
import { directionOf, type Direction, type Language } from '../contract/primitives';
import type { Theme } from './emails/theme';
import { dateInWords } from './typography/write-dates';
import { fill, word } from './emails/words';
import type { BlockView } from './body-view';
import { viewContext } from './context';
import { imageView, type ImageView } from './image-view';
import { sectionView, type SectionView } from './section-view';

/**
 * Everything that the templates can use: text with the language's typography, figures and dates as text, sizes and colours
 * computed. It is still plain text; the templates escape it.
 */
interface IssueView {
  language: Language;
  direction: Direction;
  /** `left` or `right` by the language's direction: Outlook supports no logical properties. */
  start: 'left' | 'right';
  end: 'left' | 'right';
  nonce: string;
  words: Record<string, string>;
  palette: Palette;
  fonts: Theme['fonts']['ltr'];
  /** Whether text may have letter spacing, italics and capitals: not in Arabic. */
  latin: boolean;
  title: string;
  number: string;
  /** Newsletter and number in one: AMANEWS N° 242. */
  issueTitle: string;
  period: string;
  published: string;
  subject: string;
  preheader: string;
  greeting: boolean;
  greetingWords: Edition['greeting'];
  locale: string;
  cover: ImageView | null;
  brand: {
    name: string;
    url: string | null;
    logo: ImageView | null;
    motto: string[];
    postalAddress: string[];
    whyReceived: string;
  };
  contents: ContentsEntry[];
  sections: SectionView[];
  /** Whether a table of text is stacked in narrow windows, which takes styles of its own. */
  stacksTables: boolean;
}

const logoWidth = 160;

/** The view of an issue: the first step of rendering. */
export function issueView(issue: Issue, nonce: string, theme: Theme, pictures: Pictures | null): IssueView {
  const { masthead } = issue;
  const { brand, language } = masthead;
  const palette = paletteOf(brand.colours, theme);
  const context = viewContext(language, theme, { palette, pictures, ornaments: masthead.ornaments });
  const { set, words } = context;
  const direction = directionOf(language);
  const title = set.line(masthead.title);
  const sections = issue.sections.map((section, index) => sectionView(section, index, context));
  return {
    language,
    direction,
    start: direction === 'rtl' ? 'right' : 'left',
    end: direction === 'rtl' ? 'left' : 'right',
    nonce,
    words: words.mail,
    palette,
    fonts: theme.fonts[direction],
    latin: direction === 'ltr',
    title,
    number: fill(word(words.mail, 'issueNumber'), { number: masthead.number }),
    issueTitle: fill(word(words.mail, 'issueTitle'), { title, number: masthead.number }),
    period: set.line(masthead.period.label),
    published: fill(word(words.mail, 'publishedOn'), { date: dateInWords(masthead.publicationDate, words) }),
    subject: set.line(masthead.subject),
    preheader: set.line(masthead.preheader),
    greeting: masthead.greeting,
    greetingWords: { named: [words.greeting.before, words.greeting.after], unnamed: words.greeting.unnamed },
    locale: words.locale,
    cover: masthead.cover ? imageView(masthead.cover, theme.measures.wide, 'cover', context) : null,
    brand: {
      name: set.line(brand.name),
      url: brand.url ?? null,
      logo: brand.logo ? imageView(brand.logo, logoWidth, null, context) : null,
      motto: brand.motto.map((line) => set.line(line)),
      postalAddress: set.paragraphs(brand.postalAddress).flatMap((paragraph) => paragraph.split('\n')),
      whyReceived: set.line(brand.whyReceived),
    },
    contents: contentsView(sections),
    sections,
    stacksTables: sections.flatMap(blocksOf).some((block) => block.template === 'table' && block.stacks),
  };
}

function blocksOf(section: SectionView): BlockView[] {
  if (section.type === 'articles') return section.articles.flatMap(({ body }) => body);
  return section.type === 'text' ? section.body : [];
}

/** One line of the contents, with the lines below it; `anchor` is the id it links to. */
interface ContentsEntry {
  title: string;
  anchor: string;
  articles: { title: string; anchor: string }[];
}

/** The contents: sections by heading, their articles by title. A section without a heading is listed by its articles. */
function contentsView(sections: SectionView[]): ContentsEntry[] {
  return sections.flatMap((section): ContentsEntry[] => {
    const articles =
      section.type === 'articles' ? section.articles.map(({ title, anchor }) => ({ title, anchor })) : [];
    if (section.heading !== null) return [{ title: section.heading, anchor: section.anchor, articles }];
    return articles.map((article) => ({ ...article, articles: [] }));
  });
}
