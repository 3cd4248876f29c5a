import { ornamentSize, ornamentSvg } from './pictures/ornament-svg';
import { mix } from './colour/contrast';
import type { Article } from '../contract/article';
import type { ViewContext } from './context';
import type { ImageView } from './image-view';

/**
 * The frieze of an article without a picture, the same for the same article; null if the issue wants none. An event has a
 * date block instead.
 *
 * @param place whether the article leads its section, and its width for pictures in px
 */
export function ornamentView(
  article: Article,
  { lead, measure }: { lead: boolean; measure: number },
  { ornaments, pictures, palette }: ViewContext,
): ImageView | null {
  const wanted = ornaments === 'all' || (ornaments === 'lead' && (lead || article.kind === 'feature'));
  if (!wanted || pictures === null || article.kind === 'event' || hasPicture(article)) return null;
  const seed = article.id ?? article.title;
  const colours = {
    ground: palette.primary,
    strap: palette.tint,
    edge: mix(palette.primary, '#000000', 0.6),
    star: palette.accent,
  };
  return {
    ...pictures.draw({
      recipe: { seed, colours },
      svg: () => ornamentSvg(seed, colours),
      scale: 2,
      colours: 16,
    }),
    alt: '',
    caption: null,
    width: measure,
    height: Math.round((measure * ornamentSize.height) / ornamentSize.width),
  };
}

function hasPicture({ images, body }: Article): boolean {
  return images.length > 0 || body.some(({ type }) => type === 'image');
}
