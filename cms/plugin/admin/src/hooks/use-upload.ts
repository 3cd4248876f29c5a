import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import type { LibraryFile } from '../model/library-file';

/** Puts a picture into the media library, with what it shows in words where somebody has said it. */
export type Upload = (file: File, alternativeText?: string) => Promise<LibraryFile>;

/** Uploads with the rights of the person who is signed in. */
export function useUpload(): Upload {
  const { post } = useFetchClient();
  return useCallback(
    async (file, alternativeText = '') => {
      const form = new FormData();
      const name = file.name || 'image.png';
      form.append('files', file, name);
      form.append('fileInfo', JSON.stringify({ name, alternativeText, caption: '', folder: null }));
      const { data } = await post<LibraryFile[]>('/upload', form);
      const [stored] = data;
      if (!stored) throw new Error('The media library answered without a file.');
      return stored;
    },
    [post],
  );
}
