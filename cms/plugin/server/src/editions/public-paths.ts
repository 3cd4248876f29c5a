import type { Language } from '@nachra/renderer';

/** Where the public pages serve them, below the public address. */
export const assetsPath = '/assets';

/** Path of an issue's public page in one language. */
export function issueUrl(number: number, language: Language): string {
  return `/issues/${number}/${language}`;
}
