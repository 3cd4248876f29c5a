import { linkTextsOf } from '../../contract/places';
import type { Rule } from '../rule';

/** A link's text describes its target: screen readers list links without their sentences. */
export const linkTextVague: Rule = {
  name: 'link-text-vague',
  severity: 'warning',
  check: ({ issue, words, find }) =>
    linkTextsOf(issue)
      .filter(({ value }) => isVague(value, words.vagueLinks))
      .map(({ place, value }) => find(place, { text: value.trim() })),
};

function isVague(text: string, vague: readonly string[]): boolean {
  const bare = text
    .toLocaleLowerCase()
    .replace(/['’]/g, '’')
    .replace(/[^\p{L}\p{M}\p{N}’ ]/gu, '')
    .trim();
  return bare === '' || vague.includes(bare);
}
