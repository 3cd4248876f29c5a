import type { Article, EventArticle, GovernanceMeeting } from '../contract/article';
import { articlePicturePlace } from '../contract/picture-places';
import type { articleLayouts } from '../contract/section';
import { fill, word } from './emails/words';
import { dateInWords } from './typography/write-dates';
import { bodyView, type BlockView } from './body-view';
import { byLine } from './by-line';
import type { ViewContext } from './context';
import { dateView, type DateView } from './date-view';
import { imageView, type ImageView } from './image-view';
import { ornamentView } from './ornament-view';

/** One fact of a meeting: a label with a value or several. */
interface FactView {
  label: string;
  value: string;
  values: string[];
}

/** An article ready for its template, `emails/articles/<kind>`. Keys that do not apply to its kind are null or empty. */
export interface ArticleView {
  kind: Article['kind'];
  anchor: string;
  /** Level of the title's heading. */
  level: number;
  /** Whether it is set larger, as the first article of a section in `lead` layout. */
  lead: boolean;
  title: string;
  standfirst: string[];
  body: BlockView[];
  images: ImageView[];
  /** A frieze above the title of an article without a picture. */
  ornament: ImageView | null;
  source: { name: string; url: string | null } | null;
  callToAction: { label: string; url: string } | null;
  author: string | null;
  dates: DateView | null;
  place: string | null;
  edition: string | null;
  facts: FactView[];
}

/** The position of an article in its issue. */
interface ArticlePlace {
  anchor: string;
  level: number;
  lead: boolean;
  /** Width for pictures, px. */
  measure: number;
  /** Among the articles of its section, counted from 0. */
  articleAt: number;
  layout: (typeof articleLayouts)[number];
}

/** The view of one article. */
export function articleView(article: Article, at: ArticlePlace, context: ViewContext): ArticleView {
  const { set } = context;
  return {
    kind: article.kind,
    anchor: at.anchor,
    level: at.level,
    lead: at.lead,
    title: set.line(article.title),
    standfirst: set.paragraphs(article.standfirst),
    body: bodyView(article.body, at.level, at.measure, context),
    images: article.images.map((image, index) =>
      imageView(image, at.measure, articlePicturePlace({ kind: article.kind, ...at, at: index }), context),
    ),
    ornament: ornamentView(article, at, context),
    source: article.source ? { name: set.line(article.source.name), url: article.source.url ?? null } : null,
    callToAction: article.callToAction
      ? { label: set.line(article.callToAction.label), url: article.callToAction.url }
      : null,
    author: article.kind === 'editorial' ? byLine(article.author, context) : null,
    dates: article.kind === 'event' ? dateView(article.start, article.end, context) : null,
    place: article.kind === 'event' ? set.optional(article.place) : null,
    edition: article.kind === 'event' ? editionOf(article, context) : null,
    facts: article.kind === 'governance-meeting' ? factsOf(article, context) : [],
  };
}

function editionOf({ editionNumber }: EventArticle, { words }: ViewContext): string | null {
  if (editionNumber === undefined) return null;
  if (editionNumber === 1) return word(words.mail, 'firstEdition');
  return fill(word(words.mail, 'editionNumber'), { number: editionNumber });
}

/** The facts of a meeting, in the order of minutes; unknown ones are left out. */
function factsOf(meeting: GovernanceMeeting, { set, words }: ViewContext): FactView[] {
  const fact = (name: string, value: string | undefined, values: string[] = []): FactView => ({
    label: word(words.mail, name),
    value: set.optional(value) ?? '',
    values: values.map((item) => set.line(item)),
  });
  return [
    fact('governingBody', meeting.governingBody),
    fact('date', dateInWords(meeting.date, words)),
    fact('place', meeting.place),
    fact('chair', meeting.chair),
    fact('present', undefined, meeting.present),
    fact('decisions', undefined, meeting.decisions),
  ].filter(({ value, values }) => value !== '' || values.length > 0);
}
