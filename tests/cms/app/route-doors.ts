import { callers, type Caller } from './route-matrix';

/** Who is let in at each kind of door. Whoever is not is answered 401 where that door takes no such key, and 403 otherwise. */
export const doors = {
  everybody: callers,
  'its own key': [],
  'whoever signs in': ['none', 'author', 'editor', 'publisher', 'super'],
  authors: ['author', 'editor', 'publisher', 'super'],
  editors: ['editor', 'publisher', 'super'],
  publishers: ['publisher', 'super'],
  'super admins': ['super'],
  // The shape of the content is the code's.
  nobody: [],
  // For whoever has an account too, and for tokens.
  closed: [],
  'full tokens': ['full'],
  'reading tokens': ['full', 'read'],
  'chosen tokens': ['full', 'read', 'custom'],
} as const satisfies Record<string, readonly Caller[]>;
export type Door = keyof typeof doors;
