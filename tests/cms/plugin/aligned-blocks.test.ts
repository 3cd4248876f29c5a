import { describe, expect, it } from 'vitest';
import { alignBlocks } from '../../../cms/plugin/admin/src/model/align-blocks';
import { changedBlocks, changedWords } from '../../../cms/plugin/admin/src/model/changed-text';
import { emptyLike } from '../../../cms/plugin/admin/src/model/empty-like';
import { nextToTranslate } from '../../../cms/plugin/admin/src/model/work-to-translate';
import { paragraph } from './newsroom';

const kinds: Readonly<Record<string, string>> = { p: 'paragraph', h: 'heading', l: 'list', t: 'table' };

/** Pairs as `0-0 1-– –-1`, of kinds by their first letters. */
function aligned(original: string, translation: string): string {
  const named = (letters: string) => [...letters].map((letter) => kinds[letter] ?? letter);
  return alignBlocks(named(original), named(translation))
    .map((pair) => `${pair.original ?? '–'}-${pair.translation ?? '–'}`)
    .join(' ');
}

describe('the blocks of a translation', () => {
  it.each([
    ['as many of them', 'pph', 'php', '0-0 1-1 2-2'],
    ['the first ones, while the others are still to be written', 'pphp', 'p', '0-0 1-– 2-– 3-–'],
    ['around a heading that lacks', 'pphp', 'ppp', '0-0 1-1 2-– 3-2'],
    ['around a list that nobody else has', 'pp', 'plp', '0-0 –-1 1-2'],
    ['of an original without any', '', 'p', '–-0'],
  ])('stand beside those of the original: %s', (_what, original, translation, expected) => {
    expect(aligned(original, translation)).toBe(expected);
  });

  it('begin as the empty likes of theirs: figures, pictures and credits stay, an alternative text is asked for anew', () => {
    const cell = (text: string) => ({ type: 'table-cell', children: [{ type: 'text', text, bold: true }] });
    const row = (...texts: string[]) => ({ type: 'table-row', children: texts.map(cell) });
    const emptied = (text: string) => ({ type: 'table-cell', children: [{ type: 'text', text }] });
    expect(
      emptyLike({ type: 'table', headerRow: true, children: [row('Ville', '2023'), row('Fès', '1 108 %')] }),
    ).toEqual({
      ...{ type: 'table', headerRow: true },
      children: [
        { type: 'table-row', children: [emptied(''), emptied('2023')] },
        { type: 'table-row', children: [emptied(''), emptied('1 108 %')] },
      ],
    });
    expect(emptyLike(paragraph('Le 12 mai.'))).toEqual(paragraph(''));
    expect(
      emptyLike({ type: 'image', image: { url: '/a.png', alternativeText: 'Un stand', caption: '© Amana' } }),
    ).toEqual({ type: 'image', image: { url: '/a.png', alternativeText: '', caption: '© Amana' } });
  });
});

describe('what changed in an original', () => {
  it('is told by words', () => {
    expect(changedWords('La foire ouvre mardi.', 'La grande foire ouvre mercredi.')).toEqual([
      { text: 'La ', is: 'same' },
      { text: 'grande ', is: 'added' },
      { text: 'foire ouvre ', is: 'same' },
      { text: 'mardi. ', is: 'removed' },
      { text: 'mercredi.', is: 'added' },
    ]);
  });

  it('is told by blocks: changed, new, taken away, also from the end', () => {
    const before = ['Un', 'Deux', 'Trois', 'Quatre'].map(paragraph);
    const now = ['Un', 'Deux bis', 'Quatre', 'Cinq'].map(paragraph);
    expect(changedBlocks(before, now)).toEqual([
      { is: 'same', before: '', gone: [] },
      { is: 'changed', before: 'Deux', gone: [] },
      { is: 'same', before: '', gone: ['Trois'] },
      { is: 'new', before: '', gone: [] },
      { is: 'same', before: '', gone: [] },
    ]);
    expect(changedBlocks(before, now.slice(0, 1)).at(-1)).toEqual({
      ...{ is: 'same', before: '' },
      gone: ['Deux', 'Trois', 'Quatre'],
    });
  });
});

describe('what a number has to translate', () => {
  const article = (documentId: string) => ({ documentId, language: 'fr' as const, title: documentId });
  const work = {
    ...{ issue: 'ar', language: 'ar' as const, behind: [article('c-ar')] },
    lacking: [
      { article: article('a'), translation: null, section: 0, kind: null },
      { article: article('b'), translation: article('b-ar'), section: 0, kind: null },
    ],
  };

  it.each([
    ['from elsewhere', 'x', { documentId: 'a', isThere: false }],
    ['from one in the midst', 'b-ar', { documentId: 'c-ar', isThere: true }],
    ['from the last one', 'c-ar', { documentId: 'a', isThere: false }],
  ])('is gone through article by article: %s', (_from, articleId, next) => {
    expect(nextToTranslate([work], 'ar', articleId)).toEqual(next);
  });

  it('ends where nothing else is left', () => {
    expect(
      nextToTranslate([{ ...work, behind: [], lacking: work.lacking.slice(1) }], 'ar', 'b-ar'),
    ).toBeNull();
    expect(nextToTranslate([work], 'en', 'x')).toBeNull();
  });
});
