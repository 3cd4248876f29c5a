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

/** Fits a picture into `measure` px, without enlarging it. */
export function imageView(image: Image, measure: number, { set, pictures }: ViewContext): ImageView {
  const width = Math.min(image.width ?? measure, measure);
  const ratio = image.width && image.height ? image.height / image.width : null;
  return {
    src: pictures?.place(image.src) ?? image.src,
    alt: set.line(image.alt),
    caption: set.optional(image.caption),
    width,
    height: ratio === null ? null : Math.round(width * ratio),
  };
}
