import { articlesOf } from '../../contract/places';
import type { Issue } from '../../contract/issue';
import { dictionaryOf } from '../spelling/dictionaries';
import { misspeltIn } from '../spelling/misspelt';
import { proseOf } from '../prose';
import { withOwnWords, wordsOfNames } from '../spelling/own-words';
import type { DeepRule } from './inspection';

/** Words are in the dictionary of the issue's language or in the brand's list. There is no Arabic dictionary. */
export const spelling: DeepRule = {
  name: 'spelling',
  severity: 'warning',
  check: async ({ issue, edition, find }) => {
    const dictionary = await dictionaryOf(edition.language);
    if (!dictionary) return [];
    const lexicon = withOwnWords(dictionary, brandWords(issue));
    return proseOf(issue).flatMap(({ place, value }) =>
      misspeltIn(value, lexicon).map(({ word, suggestions }) =>
        find(place, { word, suggestions: { suggestions } }),
      ),
    );
  },
};

/** The brand's list, and the words in the names of the issue. */
function brandWords(issue: Issue): string[] {
  const { brand, title } = issue.masthead;
  const names = articlesOf(issue).flatMap(({ value }) => [
    value.source?.name ?? '',
    'place' in value ? (value.place ?? '') : '',
    value.kind === 'governance-meeting' ? (value.chair ?? '') : '',
    value.kind === 'editorial' ? (value.author ?? '') : '',
  ]);
  return [...brand.words, ...wordsOfNames([brand.name, title, ...names])];
}
