import { useSyncExternalStore } from 'react';

import type { Comparison, Side } from '../../../shared/desk';

/** What a person was about to do when it turned out that somebody had saved meanwhile. */
export type Intent = 'save' | 'publish' | 'delete' | 'unpublish' | 'discard';

/** Whose version to keep, by the key of the difference; null when the person goes back to her form. */
export type Choice = Record<string, Side> | null;

/** A question that stands on the screen. */
export interface Conflict {
  intent: Intent;
  comparison: Comparison;
  answer: (choice: Choice) => void;
}

/** How long the host may be away before the page counts as left. */
const RETURN_MS = 500;

let current: Conflict | null = null;
const listeners = new Set<() => void>();

function show(conflict: Conflict | null): void {
  current = conflict;
  for (const listener of listeners) listener();
}

/** Asks the person, wherever she is in the content manager; null at once where no page is there to ask on. */
export function askPerson(intent: Intent, comparison: Comparison): Promise<Choice> {
  if (listeners.size === 0) return Promise.resolve(null);
  current?.answer(null);
  return new Promise((resolve) => {
    show({
      intent,
      comparison,
      answer: (choice) => {
        show(null);
        resolve(choice);
      },
    });
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // The page was left with the question open: the save ends as if she had gone back. Not at once: a window that becomes
    // narrow or wide takes the host away and puts it back elsewhere, and an answer amid that made the form render for ever.
    setTimeout(() => {
      if (listeners.size === 0) current?.answer(null);
    }, RETURN_MS);
  };
}

/** The question to show, or null. */
export function useConflict(): Conflict | null {
  return useSyncExternalStore(subscribe, () => current);
}
