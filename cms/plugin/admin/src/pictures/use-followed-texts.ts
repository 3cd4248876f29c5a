import { useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';

import { isLibraryFile, type LibraryFile } from '../model/library-file';
import { followed, type PicturesSeen, type PictureText } from './picture-texts';

/** Names of an article's fields in Strapi's form. */
const [imagesField, textsField] = ['images', 'imageTexts'];

/** What an article's form has of its pictures, and how its texts are changed. */
interface FormPictures {
  pictures: LibraryFile[];
  texts: readonly PictureText[] | null | undefined;
  write: (texts: readonly PictureText[]) => void;
}

/**
 * In Strapi's form of an article: the texts of its pictures stay with them, whoever moves, takes away or adds a picture. It may stand
 * in a form several times, for each comes to the same.
 */
export function useFollowedTexts(isOn = true): FormPictures {
  const values = useForm('useFollowedTexts', (form) => form.values as Record<string, unknown>);
  const onChange = useForm('useFollowedTexts', (form) => form.onChange);
  const images = values[imagesField];
  const texts = values[textsField] as PicturesSeen['texts'];
  const pictures = Array.isArray(images) ? (images as unknown[]).filter(isLibraryFile) : [];
  const seen = useRef<PicturesSeen | null>(null);
  const kept = useRef(new Map<number, PictureText>());
  const write = (next: readonly PictureText[]): void => onChange(textsField, next.map(keyed));

  useEffect(() => {
    if (!isOn) return;
    const now = { ids: pictures.map(({ id }) => id), texts };
    const next = seen.current && followed(seen.current, now, kept.current);
    seen.current = now;
    if (next !== null) write(next);
  });
  return { pictures, texts, write };
}

let made = 0;

/** Strapi's form tells the entries of a list by a key of its own. */
function keyed(text: PictureText): PictureText {
  if ('__temp_key__' in text) return text;
  made += 1;
  return Object.assign({ __temp_key__: `picture-${made}` }, text);
}
