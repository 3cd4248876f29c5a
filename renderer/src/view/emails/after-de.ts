/** A vowel that French elides before. An `h` is mute or not by the word, and a `y` too: both are left alone. */
const vowel = /^[aeiouâàäéèêëîïôöùûüæœ]/i;
const aspirated = /^(?:onz|oui\b)/i;

/**
 * French “de” and what follows it: `d’AMANEWS`, `de La Lettre`.
 *
 * @example afterDe('AMANEWS')
 */
export function afterDe(name: string): string {
  return vowel.test(name) && !aspirated.test(name) ? `d’${name}` : `de ${name}`;
}
