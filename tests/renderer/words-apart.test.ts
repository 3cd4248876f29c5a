import { misspeltWords, spelledLanguages, spellingOf, type Language } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { mostWordsAsked } from '../../cms/plugin/shared/spelling-lists';
import { threadTimeOf } from '../support/thread-time';

const none = { words: [], names: [] };
const misspelt = (language: Language, words: string[], own: Parameters<typeof misspeltWords>[2] = none) =>
  misspeltWords(language, words, own);

describe('words that were taken out of a text', () => {
  it('are misspelt by the dictionary of their language, each once', async () => {
    expect(await misspelt('fr', ['encours', 'encors', 'encors', 'prêts'])).toEqual(['encors']);
    expect(await misspelt('en', ['colour', 'color', 'colur'])).toEqual(['colur']);
  });

  it('are left alone where the preflight leaves them: figures, acronyms, other scripts, what is elided or joined', async () => {
    const right = ['N242', 'TPE', 'IMFs', 'l’encours', 'd’encours', 'micro-entrepreneurs', 'نشرة', 'x'];
    expect(await misspelt('fr', right)).toEqual([]);
    expect(await misspelt('fr', ['l’encors', 'micro-entreprenneurs'])).toEqual([
      'l’encors',
      'micro-entreprenneurs',
    ]);
  });

  it('with a capital are misspelt only where a word is near', async () => {
    expect(await misspelt('fr', ['Effecitf', 'Amanews', 'Zineb'])).toEqual(['Effecitf']);
  });

  it('are right where the institution says so, also elided, joined and with a capital', async () => {
    const own = { words: ['forssa'], names: ['Al Amanna Microfinance'] };
    expect(await misspelt('fr', ['forssa', 'Forssa', 'd’forssa', 'amanna', 'néo-forssa'], own)).toEqual([
      'amanna',
    ]);
    expect(await misspelt('fr', ['forssas'], own)).toEqual(['forssas']);
  });

  it('are never misspelt in a language without a dictionary', async () => {
    expect([...spelledLanguages].sort()).toEqual(['en', 'fr']);
    expect(await misspelt('ar', ['شبكةة', 'qsdfgh'])).toEqual([]);
    expect((await spellingOf('ar', 'qsdfgh', none)).suggestions).toEqual([]);
  });

  it('get suggestions that keep the capital and what is elided, and an entry for the list', async () => {
    expect(await spellingOf('fr', 'l’encors', none)).toMatchObject({ entry: 'encors' });
    const suggestions = async (language: Language, word: string) =>
      (await spellingOf(language, word, none)).suggestions;
    expect((await suggestions('fr', 'l’encors'))[0]).toBe('l’encours');
    for (const [language, typed, meant] of [
      ['fr', 'anné', 'année'],
      ['fr', 'aceuil', 'accueil'],
      ['fr', 'développment', 'développement'],
      ['fr', 'micro-entreprenneurs', 'micro-entrepreneurs'],
      ['fr', 'paris', 'Paris'],
      ['en', 'recieve', 'receive'],
      ['en', 'goverment', 'government'],
    ] as const)
      expect([typed, (await suggestions(language, typed))[0]]).toEqual([typed, meant]);
    // Nothing is elided before a consonant.
    expect((await suggestions('fr', 'l’anné')).filter((one) => !/^l’[aeiouâé]/.test(one))).toEqual([]);
    expect((await spellingOf('fr', 'Effecitf', none)).suggestions).toEqual(['Effectif']);
    expect((await spellingOf('fr', 'globalde', none)).suggestions).toContain('global de');
    expect((await spellingOf('fr', 'd’amanews', none)).entry).toBe('amanews');
  });

  it('of another language, as many as one request may ask about, take a thread less than a second', async () => {
    const { longest } = strange();
    await misspelt('fr', ['encours']);
    const time = await threadTimeOf(() => misspelt('fr', longest), 1_000);
    expect(time).toBeLessThan(1_000);
  });
});

/** Words that no dictionary has, all with a capital and as long as suggestions are looked for. */
function strange(): { longest: string[] } {
  const letters = 'bcdfghjklmnpqrstvwxz';
  const word = (at: number) =>
    Array.from({ length: 30 }, (_, place) => letters[(at * (place + 3) + place) % letters.length]).join('');
  return {
    longest: Array.from({ length: mostWordsAsked }, (_, at) => word(at)).map(
      (one) => one.charAt(0).toUpperCase() + one.slice(1),
    ),
  };
}
