import type { Block } from '@nachra/renderer';

import { fittingFormat } from '../../../../shared/picture-formats';

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

/** The picture of a file: itself, or where it is wider than a mail can use, the largest format of it that is not. Pure. */
export function pictureOf(file: LibraryFile): StoredPicture {
  const { url, width, height } = fittingFormat(file);
  const { alternativeText, caption } = file;
  return {
    url,
    alternativeText: alternativeText ?? '',
    ...(caption ? { caption } : {}),
    ...(width && height ? { width: Math.round(width), height: Math.round(height) } : {}),
  };
}
