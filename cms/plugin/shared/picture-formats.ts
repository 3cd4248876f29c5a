/** Pictures of a width that a mail can use, as server and admin choose them among those of the media library. */

import { pictureLimits } from './picture-limits';

/** One format of a picture; a file knows its width where it is a picture at all. */
interface Format {
  url: string;
  width?: number | null | undefined;
  height?: number | null | undefined;
  /** In kilobytes of 1,000 bytes. */
  size?: number | null | undefined;
}

/** A file of the media library, with the smaller formats that it keeps of a picture. */
interface LibraryPicture extends Format {
  formats?: Readonly<Record<string, Format | null | undefined>> | null | undefined;
}

/** The file itself, or where it is wider than a mail can use, the largest format of it that is not. Pure. */
export function fittingFormat(file: LibraryPicture): Format {
  const { widest } = pictureLimits;
  if ((file.width ?? 0) <= widest) return file;
  const fitting = Object.values(file.formats ?? {})
    .flatMap((format) => format ?? [])
    .filter(({ width }) => (width ?? 0) <= widest)
    .sort((one, two) => (two.width ?? 0) - (one.width ?? 0));
  return fitting[0] ?? file;
}
