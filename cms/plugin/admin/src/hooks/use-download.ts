import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';

/** Fetches a file as the signed-in person and hands it to the browser; a plain link would carry no token. */
export function useDownload(): { download: (url: string, name: string) => Promise<void>; error: unknown } {
  const { get } = useFetchClient();
  const [error, setError] = useState<unknown>();
  async function download(url: string, name: string): Promise<void> {
    setError(undefined);
    try {
      const { data } = await get<Blob>(url, { responseType: 'blob' });
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
