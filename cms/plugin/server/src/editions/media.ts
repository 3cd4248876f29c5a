import type { Media } from '../content/documents/stored-fields';

/** Twice the 600 px of a mail: enough for a dense screen, and no more bytes than that. */
const widestNeeded = 1200;

/** A picture of the contract (`imageSchema`), not yet checked by it. */
interface PictureDraft {
  src: string;
  alt: string;
  width?: number;
  height?: number;
  caption?: string;
}

/** Turns a file of the media library into a picture that a mail client can fetch. */
export function toPicture(media: Media, origin: string): PictureDraft {
  const file = fittingRendition(media);
  return {
    src: absolute(file.url, origin),
    alt: media.alternativeText ?? '',
    ...(file.width && file.height ? { width: Math.round(file.width), height: Math.round(file.height) } : {}),
    ...(media.caption ? { caption: media.caption } : {}),
  };
}

/**
 * Makes a root-relative address absolute: Strapi's local provider stores `/uploads/…`, and the Blocks editor takes
 * links such as `/about`. A mail has no base address. Everything else is left for the contract to judge.
 */
export function absolute(url: string, origin: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? origin.replace(/\/+$/, '') + url : url;
}

/** The original, or where it is wider than a mail can use, the largest rendition of it that is not. */
function fittingRendition(media: Media): { url: string; width?: number; height?: number } {
  if ((media.width ?? 0) <= widestNeeded) return media;
  const renditions = Object.values(media.formats ?? {}).flatMap((rendition) => rendition ?? []);
  const fitting = renditions
    .filter(({ width }) => width <= widestNeeded)
    .sort((one, two) => two.width - one.width);
  return fitting[0] ?? media;
}
