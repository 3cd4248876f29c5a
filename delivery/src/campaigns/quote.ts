import { directionOf, type Language } from '@nachra/renderer';

/**
 * What a server or a reader said, within a sentence of ours. Where that is read from the right, the words stand isolated (UAX 9): else
 * codes and words of a reply would come in the wrong order. Pure.
 */
export function quote(said: string, language: Language): string {
  return directionOf(language) === 'rtl' ? `\u2068${said}\u2069` : said;
}
