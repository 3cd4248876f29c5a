import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * How often to ask again for what others may change, in milliseconds: not at all while the page is out of sight, since it asks
 * when the person comes back (`useRefetchOnReturn`).
 */
export function useWhileVisible(milliseconds: number): number {
  const isVisible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  return isVisible ? milliseconds : 0;
}
