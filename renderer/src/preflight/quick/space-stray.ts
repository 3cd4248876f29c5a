import type { Language } from '../../contract/primitives';
import { storedTextsOf } from '../prose';
import type { Rule } from '../rule';

const space = '[ \\u00a0\\u202f]';
/** Signs that no space stands before; French has one before some, which is set right in the mail by itself. */
const closing: Readonly<Record<Language, string>> = { fr: ',.', en: ',.;:!?', ar: ',.،؛؟!:' };

/** One pattern a language: a space before a sign, within brackets, or beside another one. */
const patterns = Object.fromEntries(
  Object.entries(closing).map(([language, signs]) => [
    language,
    new RegExp(
      `(?<=\\S)${space}+(?=[${signs}](?:\\s|$))|(?<=[([])${space}+(?=\\S)|(?<=\\S)${space}+(?=[)\\]])|(?<=\\S)(?<between>${space}{2,})(?=\\S)`,
      'gu',
    ),
  ]),
) as Record<Language, RegExp>;

/** How much of the text around a space is shown. */
const aside = 12;

/** No space stands where none belongs, nor two where one does. */
export const spaceStray: Rule = {
  name: 'space-stray',
  severity: 'warning',
  check: ({ issue, find }) =>
    storedTextsOf(issue).flatMap(({ place, value }) => {
      let first: string | null = null;
      const pattern = patterns[issue.masthead.language];
      const to = value.replaceAll(pattern, (spaces: string, between: string | undefined, at: number) => {
        first ??= value.slice(Math.max(0, at - aside), at + spaces.length + aside).trim();
        return between === undefined ? '' : oneOf(between);
      });
      return first === null ? [] : [{ ...find(place, { text: first }), mend: { place, from: value, to } }];
    }),
};

/** Of several spaces the one that keeps words together, if there is one. */
function oneOf(spaces: string): string {
  return /[\u00a0\u202f]/.exec(spaces)?.[0] ?? ' ';
}
