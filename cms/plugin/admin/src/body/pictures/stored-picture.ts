import type { Block } from '@nachra/renderer';

import { fittingFormat } from '../../../../shared/picture-formats';
import type { LibraryFile } from '../../model/library-file';

/** A picture as a body stores it. */
export type StoredPicture = Extract<Block, { type: 'image' }>['image'];

/** The picture of a file, as wide as a mail can use it. Pure. */
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
