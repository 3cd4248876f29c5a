import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import { pictureOf, type LibraryFile, type StoredPicture } from './picture-file';

/** Uploads a picture into the media library, with the rights of the person who is signed in. */
export function useUpload(): (file: File) => Promise<StoredPicture> {
  const { post } = useFetchClient();
  return useCallback(
    async (file: File) => {
      const form = new FormData();
      const name = file.name || 'image.png';
      form.append('files', file, name);
      form.append('fileInfo', JSON.stringify({ name, alternativeText: '', caption: '', folder: null }));
      const { data } = await post<LibraryFile[]>('/upload', form);
      const [stored] = data;
      if (!stored) throw new Error('The media library answered without a file.');
      return pictureOf(stored);
    },
    [post],
  );
}
