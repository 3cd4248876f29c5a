import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

import { attachmentName } from '../model/attachment-name';

/**
 * Fetches a file as the signed-in person and hands it to the browser, under the name that the server gives it; a plain link
 * would carry no token.
 */
export function useDownload(): { download: (url: string) => Promise<void>; error: unknown } {
  const { get } = useFetchClient();
  const [error, setError] = useState<unknown>();
  async function download(url: string): Promise<void> {
    setError(undefined);
    try {
      const { data, headers } = await get<Blob>(url, { responseType: 'blob' });
      const name = attachmentName(headers?.get('content-disposition') ?? '') ?? '';
      const address = URL.createObjectURL(data);
      const link = Object.assign(document.createElement('a'), { href: address, download: name });
      link.click();
      URL.revokeObjectURL(address);
    } catch (failure) {
      setError(failure);
    }
  }
  return { download, error };
}
