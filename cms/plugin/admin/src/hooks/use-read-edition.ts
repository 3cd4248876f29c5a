import { useState } from 'react';

/** The edition before whoever reads an issue. */
export interface ReadEdition {
  /** Seal of the edition on the screen; null while there is none. */
  hash: string | null;
  /** Whether it took the place of another one while she read: she has not said yet that she has seen this one. */
  isExchanged: boolean;
  /** She says that she has read this one too. */
  onRead: () => void;
}

/**
 * Follows which edition somebody has read: the page loads what is saved meanwhile by itself, and an approval must never be of a text
 * that slid in between her reading and her click.
 *
 * @param hash seal of the edition on the screen
 */
export function useReadEdition(hash: string | null): ReadEdition {
  const [read, setRead] = useState<string | null>(null);
  if (read === null && hash !== null) setRead(hash);
  return {
    hash,
    isExchanged: read !== null && hash !== null && hash !== read,
    onRead: () => setRead(hash),
  };
}
