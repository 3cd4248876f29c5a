import type { Block } from '@nachra/renderer';

/** A picture as a body stores it. */
export type StoredPicture = Extract<Block, { type: 'image' }>['image'];

/** What the media library says of a file. */
export interface LibraryFile {
  url: string;
  mime?: string | null;
  alternativeText?: string | null;
  caption?: string | null;
  width?: number | null;
  height?: number | null;
  formats?: Readonly<Record<string, { url: string; width?: number; height?: number } | null>> | null;
}

/** Twice the 600 px of a mail: enough for a dense screen, and no more bytes than that. */
const widestNeeded = 1200;

/** The picture of a file: itself, or where it is wider than a mail can use, its largest rendition that is not. Pure. */
export function pictureOf(file: LibraryFile): StoredPicture {
  const renditions = Object.values(file.formats ?? {})
    .flatMap((rendition) => rendition ?? [])
    .filter(({ width = 0 }) => width <= widestNeeded)
    .sort((one, two) => (two.width ?? 0) - (one.width ?? 0));
  const { url, width, height } = (file.width ?? 0) > widestNeeded ? (renditions[0] ?? file) : file;
  const { alternativeText, caption } = file;
  return {
    url,
    alternativeText: alternativeText ?? '',
    ...(caption ? { caption } : {}),
    ...(width && height ? { width: Math.round(width), height: Math.round(height) } : {}),
  };
}
