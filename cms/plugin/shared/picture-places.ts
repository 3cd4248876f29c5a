import type {
  articlePicturePlace as articlePlace,
  bodyPicturePlace as bodyPlace,
  pictureFormats as formats,
  PicturePlace,
} from '@nachra/renderer';

/** The places of a mail that show a picture, with their formats: the renderer's, which a browser does not load. */
export const pictureFormats: typeof formats = {
  cover: { ratio: [2, 1], width: 536 },
  lead: { ratio: [3, 2], width: 536 },
  article: { ratio: [16, 9], width: 536 },
  card: { ratio: [4, 3], width: 252 },
  portrait: { ratio: [1, 1], width: 160 },
  free: { ratio: null, width: 536 },
  'free-in-card': { ratio: null, width: 252 },
};

export type { PicturePlace };

/** The place of an article's picture, as the renderer has it. Pure. */
export const articlePicturePlace: typeof articlePlace = ({ kind, layout, articleAt, at }) => {
  if (kind === 'editorial' && at === 0) return 'portrait';
  if (layout === 'cards') return 'card';
  return layout === 'lead' && articleAt === 0 && at === 0 ? 'lead' : 'article';
};

/** The place of a picture in an article's body, as the renderer has it. Pure. */
export const bodyPicturePlace: typeof bodyPlace = (layout) => (layout === 'cards' ? 'free-in-card' : 'free');
