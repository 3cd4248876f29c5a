import { useState } from 'react';

/** The edition before whoever judges it. */
export interface ReadEdition {
  /** Seal of the edition on the screen; null while there is none. */
  hash: string | null;
  /** Whether it took the place of another one while she read: she has not seen this one yet. */
  isExchanged: boolean;
  /** She says that she has read this one too. */
  onRead: () => void;
}

/**
 * Follows which edition somebody has read: the page loads what is saved meanwhile by itself, and an approval must never be of a text
 * that slid in between her reading and her click.
 *
 * @param hash seal of the edition on the screen
 * @param isJudged whether she reads it to approve it; otherwise the newest one is what she sees
 */
export function useReadEdition(hash: string | null, isJudged: boolean): ReadEdition {
  const [read, setRead] = useState<string | null>(null);
  if ((!isJudged || read === null) && read !== hash) setRead(hash);
  return {
    hash,
    isExchanged: isJudged && read !== null && hash !== null && hash !== read,
    onRead: () => setRead(hash),
  };
}
