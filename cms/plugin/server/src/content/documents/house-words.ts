import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { houseWords } from '../../../../shared/lists';
import type { SpelledLanguage } from '../../../../shared/spelling-lists';
import { uids } from '../../../../shared/uids';
import { Refusal } from '../../common/refusal';
import wording from '../components/brand-wording.json';
import { linesOf } from './brand';

/** Where the words of the house are kept, as Strapi's permissions name it. */
export const houseWordsField = `wordings.${houseWords}`;

/** How long the list of one language may be, in characters. */
const mostCharacters = wording.attributes.words.maxLength;

/** Somebody else may have saved the institution meanwhile, and once more. */
const mostTries = 5;

const storedSchema = z
  .object({
    documentId: z.string(),
    revision: z.number().nullish(),
    wordings: z.array(z.looseObject({ language: z.string(), words: z.string().nullish() })).nullish(),
  })
  .nullable();

/**
 * Adds a word to those of the house in a language, over whatever the institution is by then. Idempotent by the word.
 *
 * @throws {Refusal} `WORDS_HOMELESS` where the institution has no texts in that language; `WORDS_FULL`
 */
export async function addHouseWord(
  strapi: Pick<Core.Strapi, 'documents'>,
  language: SpelledLanguage,
  word: string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const brand = storedSchema.parse(
      await strapi.documents(uids.brand).findFirst({ populate: ['wordings'] }),
    );
    const wordings = brand?.wordings ?? [];
    const home = wordings.find((one) => one.language === language);
    if (brand === null || home === undefined) throw new Refusal('WORDS_HOMELESS', { language });
    const words = linesOf(home.words);
    if (words.includes(word)) return;
    const longer = [...words, word].join('\n');
    if (longer.length > mostCharacters) throw new Refusal('WORDS_FULL', { limit: mostCharacters });
    const { documentId, revision } = brand;
    const data = { wordings: wordings.map((one) => (one === home ? { ...one, words: longer } : one)) };
    try {
      await strapi.documents(uids.brand).update({ documentId, data, revision: revision ?? 1 } as never);
      return;
    } catch (error) {
      if (!isStale(error) || tries === mostTries) throw error;
    }
  }
}

/** Whether a save came after another one that it did not know of. */
function isStale(error: unknown): boolean {
  return (
    error instanceof errors.ApplicationError &&
    Reflect.get(Object(error.details), 'code') === 'REVISION_STALE'
  );
}
