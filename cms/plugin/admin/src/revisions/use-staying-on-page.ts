import { useEffect } from 'react';

/** Strapi's form does not warn of unsaved changes while it saves, which it does as long as the question stands. */
export function useStayingOnPage(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
