import { useEffect } from 'react';

/** Asks again when the person comes back to this browser tab: she may have edited in another one. */
export function useRefetchOnReturn(refetch: () => unknown): void {
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') refetch();
    };
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
    };
  }, [refetch]);
}
