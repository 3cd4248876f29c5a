import { useSyncExternalStore } from 'react';

import type { Comparison, Ending, Side } from '../../../shared/desk';

/** What a person was about to do when it turned out that somebody had saved meanwhile. */
export type Intent = 'save' | 'publish' | 'delete' | 'unpublish' | 'discard';

/** Whose version to keep, by the key of the difference; null when the person goes back to her form. */
export type Choice = Record<string, Side> | null;

/** Which of two versions to keep: a question that stands on the screen. */
export interface Conflict {
  is: 'conflict';
  intent: Intent;
  comparison: Comparison;
  /** What was chosen so far, by the key of the difference. It outlives the dialog, which the page may put up anew. */
  chosen: Record<string, Side>;
  choose: (chosen: Record<string, Side>) => void;
  answer: (choice: Choice) => void;
}

/** Whether to go on although these approvals end by it, or these issues contain what is deleted. */
export interface EndingQuestion {
  is: 'ending' | 'deletion';
  issues: readonly Ending[];
  answer: (go: true | null) => void;
}

type Question = Conflict | EndingQuestion;

/** How often it is looked whether the page was left, while no host is there to ask on. */
const LOOK_MS = 500;

let current: Question | null = null;
/** The page on which `current` was asked. */
let askedOn = '';
const listeners = new Set<() => void>();

function show(question: Question | null): void {
  current = question;
  for (const listener of listeners) listener();
}

/** Asks the person, wherever she is in the content manager; null at once where no page is there to ask on. */
export function askPerson(intent: Intent, comparison: Comparison): Promise<Choice> {
  if (listeners.size === 0) return Promise.resolve(null);
  current?.answer(null);
  return new Promise((resolve) => {
    askedOn = window.location.pathname;
    show({
      is: 'conflict',
      intent,
      comparison,
      chosen: firstChoices(comparison),
      choose: (chosen) => {
        if (current?.is === 'conflict' && current.comparison === comparison) show({ ...current, chosen });
      },
      answer: (choice) => {
        show(null);
        resolve(choice);
      },
    });
  });
}

/** Asks whether to go on; no where no page is there to ask on. */
export function askToGoOn(is: EndingQuestion['is'], issues: readonly Ending[]): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  current?.answer(null);
  return new Promise((resolve) => {
    askedOn = window.location.pathname;
    show({
      is,
      issues,
      answer: (go) => {
        show(null);
        resolve(go === true);
      },
    });
  });
}

/** What one side alone has changed is kept; what both have is left to the person. */
function firstChoices({ differences }: Comparison): Record<string, Side> {
  const decided = differences.flatMap(({ key, changedBy }) =>
    changedBy === 'both' ? [] : [[key, changedBy === 'me' ? 'mine' : 'theirs'] as const],
  );
  return Object.fromEntries(decided);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    setTimeout(answerIfLeft, LOOK_MS);
  };
}

/**
 * The page was left with the question open: the save ends as if the person had gone back. A window that becomes narrow or
 * wide takes the host away too, and puts it back elsewhere on the same page: then the question waits for it. Never at once:
 * an answer amid that change made the form render for ever.
 */
function answerIfLeft(): void {
  if (current === null || listeners.size > 0) return;
  if (window.location.pathname === askedOn) setTimeout(answerIfLeft, LOOK_MS);
  else current.answer(null);
}

/** The question to show, or null. */
export function useQuestion(): Question | null {
  return useSyncExternalStore(subscribe, () => current);
}
