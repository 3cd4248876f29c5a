import { columnOfMail, pictureLimits } from '../../../shared/picture-limits';
import type { Text } from './text';

interface Rendition {
  url: string;
  width?: number | null;
  height?: number | null;
  /** In kilobytes of 1,000 bytes. */
  size?: number | null;
}

/** What the media library says of a file. */
export interface LibraryFile extends Rendition {
  id: number;
  name?: string | null;
  mime?: string | null;
  alternativeText?: string | null;
  caption?: string | null;
  formats?: Readonly<Record<string, Rendition | null>> | null;
}

/** Whether something in a form is a file of the media library. */
export function isLibraryFile(value: unknown): value is LibraryFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'url' in value;
}

/**
 * What is to be said of a picture as soon as it is chosen, by the limits of the preflight: that it is too small, too wide or too
 * heavy. Pure.
 *
 * @param picture as a mail would take it
 */
export function pictureNotes({ width, size }: Pick<Rendition, 'width' | 'size'>): Text[] {
  const { widest, heaviestKib: most } = pictureLimits;
  const kib = Math.ceil(((size ?? 0) * 1_000) / 1_024);
  const notes: Text[] = [];
  if (width && width < columnOfMail)
    notes.push({ key: 'picture.narrow', values: { width: Math.round(width), column: columnOfMail } });
  if (width && width > widest)
    notes.push({ key: 'picture.wide', values: { width: Math.round(width), widest } });
  if (kib > most) notes.push({ key: 'picture.heavy', values: { kib, most } });
  return notes;
}
