import type { Core } from '@strapi/strapi';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { addHouseWord, houseWordsField } from '../content/documents/house-words';
import { TaskTooLong } from '../editions/render-pool';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';

/** Requests of one person in ten seconds: ten thousand new words, and more than anybody types. */
const mostRequests = 40;

/** Spelling while somebody writes: for whoever may write articles or issues, whether or not she may see the desk. */
export function spellingRoutes(strapi: Core.Strapi, { spelling }: Pick<Desk, 'spelling'>): DeskRoute[] {
  const limiter = new RateLimiterMemory({ points: mostRequests, duration: 10 });
  const isLimited = (person: Person): Promise<boolean> =>
    limiter.consume(person.id).then(
      () => false,
      () => true,
    );
  const mayAdd = (person: Person): boolean => person.mayEdit(uids.brand, houseWordsField);
  return [
    deskRoute('lookUpWords', async ({ body: { language, words } }, person) => {
      assertWriter(person);
      if (await isLimited(person)) return { misspelt: null };
      return { misspelt: await unlessTooLong(spelling.misspelt(language, words)) };
    }),
    deskRoute('suggestWords', async ({ body: { language, word } }, person) => {
      assertWriter(person);
      const found = (await isLimited(person)) ? null : await unlessTooLong(spelling.suggest(language, word));
      if (found === null) return { suggestions: [], entry: null };
      const { suggestions, entry, hasHome } = found;
      return { suggestions, entry: hasHome && mayAdd(person) ? entry : null };
    }),
    deskRoute('addWord', async ({ body: { language, word } }, person) => {
      if (!mayAdd(person)) throw new Refusal('DOCUMENT_FORBIDDEN', {});
      await addHouseWord(strapi, language, word);
      return { added: word };
    }),
  ];
}

/** @throws {Refusal} `DOCUMENT_FORBIDDEN` */
function assertWriter(person: Person): void {
  const writes = [uids.article, uids.issue].some((uid) => person.mayEdit(uid) || person.mayCreate(uid));
  if (!writes) throw new Refusal('DOCUMENT_FORBIDDEN', {});
}

async function unlessTooLong<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TaskTooLong) return null;
    throw error;
  }
}
