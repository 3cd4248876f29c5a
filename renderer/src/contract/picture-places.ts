import type { ArticleKind } from './article';
import type { articleLayouts } from './section';

/**
 * The places of a mail that show a picture, each with its format: the sides that a picture is cut to there (null where it keeps its
 * own), and how wide it stands in a window of 600, in px. A picture that nobody framed stands whole, as wide as its column.
 */
export const pictureFormats = {
  /** Below the masthead. */
  cover: { ratio: [2, 1], width: 536 },
  /** Of the article that leads its section. */
  lead: { ratio: [3, 2], width: 536 },
  /** Of every other article in a column, and further pictures of the first. */
  article: { ratio: [16, 9], width: 536 },
  /** Of an article beside another one: both stand equally high. */
  card: { ratio: [4, 3], width: 252 },
  /** Of the person who signs an editorial: its first picture. */
  portrait: { ratio: [1, 1], width: 160 },
  /** In a body, or in a section of its own. */
  free: { ratio: null, width: 536 },
  /** In the body of an article beside another one. */
  'free-in-card': { ratio: null, width: 252 },
} as const satisfies Record<string, { ratio: readonly [number, number] | null; width: number }>;

/** A place of {@link pictureFormats}. */
export type PicturePlace = keyof typeof pictureFormats;

/** How many pixels of a picture are shown for each px of its place on a sharp screen. */
export const sharpPixels = 2;

/**
 * The place of an article's picture.
 *
 * @param articleAt of its section, counted from 0
 * @param at among the article's pictures, counted from 0
 * @example articlePicturePlace({ kind: 'editorial', layout: 'lead', articleAt: 0, at: 0 }) // 'portrait'
 */
export function articlePicturePlace({
  kind,
  layout,
  articleAt,
  at,
}: {
  kind: ArticleKind | undefined;
  layout: (typeof articleLayouts)[number];
  articleAt: number;
  at: number;
}): PicturePlace {
  if (kind === 'editorial' && at === 0) return 'portrait';
  if (layout === 'cards') return 'card';
  return layout === 'lead' && articleAt === 0 && at === 0 ? 'lead' : 'article';
}

/** The place of a picture in an article's body. */
export function bodyPicturePlace(layout: (typeof articleLayouts)[number]): PicturePlace {
  return layout === 'cards' ? 'free-in-card' : 'free';
}
