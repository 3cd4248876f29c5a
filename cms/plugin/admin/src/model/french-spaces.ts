const narrow = '\u202f';

/**
 * A French sentence with the spaces that French asks for: narrow and unbreakable before `: ; ! ?` and inside guillemets, so
 * that no line begins with a colon. It makes no space where none was typed.
 *
 * @example frenchSpaces('Il manque : « un titre ».')
 */
export function frenchSpaces(sentence: string): string {
  return sentence.replace(/[ \u00a0](?=[:;!?»])/g, narrow).replace(/«[ \u00a0]/g, `«${narrow}`);
}
