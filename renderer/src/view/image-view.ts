import { pictureFormats, type PicturePlace } from '../contract/picture-places';
import type { Image } from '../contract/primitives';
import type { ViewContext } from './context';

/** A picture as shown: `width` and `height` in CSS px, never larger than the file or the available width. */
export interface ImageView {
  src: string;
  alt: string;
  caption: string | null;
  width: number;
  height: number | null;
}

/**
 * Fits a picture into `measure` px, without enlarging it.
 *
 * @param at where it stands: one that was cut for a place stands as wide as the place's format; null for none that has a format
 */
export function imageView(
  image: Image,
  measure: number,
  at: PicturePlace | null,
  { set, pictures }: ViewContext,
): ImageView {
  const room = image.cut && at !== null ? Math.min(measure, pictureFormats[at].width) : measure;
  const width = Math.min(image.width ?? room, room);
  const ratio = image.width && image.height ? image.height / image.width : null;
  return {
    src: pictures?.place(image.src) ?? image.src,
    alt: set.line(image.alt),
    caption: set.optional(image.caption),
    width,
    height: ratio === null ? null : Math.round(width * ratio),
  };
}
