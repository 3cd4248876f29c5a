import { fittingFormat } from '../../../shared/picture-formats';
import { framingOf } from '../content/documents/stored-framing';
import type { Media } from '../content/documents/stored-fields';

/** A picture of the contract (`imageSchema`), not yet checked by it. */
interface PictureDraft {
  src: string;
  alt: string;
  width?: number;
  height?: number;
  caption?: string;
  crop?: unknown;
  focus?: unknown;
}

/**
 * Turns a file of the media library into a picture that a mail client can fetch. One that is framed is cut from the file itself: a part
 * of a smaller format would have few pixels.
 *
 * @param stored how the picture is framed, as its field has it
 */
export function toPicture(media: Media, origin: string, stored?: unknown): PictureDraft {
  const framing = framingOf(stored, media.url);
  const file = framing.crop || framing.focus ? media : fittingFormat(media);
  return {
    src: absolute(file.url, origin),
    alt: media.alternativeText ?? '',
    ...(file.width && file.height ? { width: Math.round(file.width), height: Math.round(file.height) } : {}),
    ...(media.caption ? { caption: media.caption } : {}),
    ...framing,
  };
}

/**
 * Makes a root-relative address absolute: Strapi's local provider stores `/uploads/…`, and the Blocks editor takes
 * links such as `/about`. A mail has no base address. Everything else is left for the contract to judge.
 */
export function absolute(url: string, origin: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? origin.replace(/\/+$/, '') + url : url;
}
