import { parseIssue, type Language } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { alignBlocks } from '../../../cms/plugin/admin/src/model/align-blocks';
import { blocksOf, textOfBlock, type BodyNode } from '../../../cms/plugin/admin/src/model/body-blocks';
import { changedBlocks, changedWords } from '../../../cms/plugin/admin/src/model/changed-text';
import { emptyLike } from '../../../cms/plugin/admin/src/model/empty-like';
import { nextToTranslate } from '../../../cms/plugin/admin/src/model/work-to-translate';
import { amanews242 } from '../../support/issue';
import { paragraph } from './newsroom';

const kinds: Readonly<Record<string, string>> = { p: 'paragraph', h: 'heading', l: 'list', t: 'table' };

/** Lines as `0-0 1-– –-1`, with a `+` where one belongs to the line above. */
function aligned(one: [Language, readonly BodyNode[]], other: [Language, readonly BodyNode[]]): string {
  const [original, translation] = [one, other].map(([language, blocks]) => ({ language, blocks }));
  if (!original || !translation) return '';
  return alignBlocks(original, translation)
    .map((pair) => `${pair.original ?? '–'}${pair.isJoined ? '+' : '-'}${pair.translation ?? '–'}`)
    .join(' ');
}

/** Blocks without a text, of kinds by their first letters. */
const empty = (letters: string): BodyNode[] =>
  [...letters].map((letter) => ({ type: kinds[letter] ?? letter }));

/** The bodies of the articles of N° 242. */
function bodiesOf(language: Language): BodyNode[][] {
  const { sections } = parseIssue(amanews242(language));
  return sections.flatMap((section) =>
    section.type === 'articles' ? section.articles.map(({ body }) => [...blocksOf(body)]) : [],
  );
}

const joinedAt = (blocks: readonly BodyNode[], at: number): BodyNode[] => [
  ...blocks.slice(0, at),
  paragraph(
    blocks
      .slice(at, at + 2)
      .map(textOfBlock)
      .join(' '),
  ),
  ...blocks.slice(at + 2),
];
const numbered = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join(' ');

describe('the blocks of a translation', () => {
  it.each([
    ['as many of them', 'pph', 'pph', '0-0 1-1 2-2'],
    ['a heading that stands elsewhere', 'pph', 'php', '0-0 –-1 1-2 2-–'],
    ['the first ones, while the others are still to be written', 'pphp', 'p', '0-0 1-– 2-– 3-–'],
    ['around a heading that lacks', 'pphp', 'ppp', '0-0 1-1 2-– 3-2'],
    ['around a list that nobody else has', 'pp', 'plp', '0-0 –-1 1-2'],
    ['of an original without any', '', 'p', '–-0'],
  ])('stand beside those of the original: %s', (_what, original, translation, expected) => {
    expect(aligned(['fr', empty(original)], ['ar', empty(translation)])).toBe(expected);
  });

  it.each<[Language, Language]>([
    ['fr', 'ar'],
    ['fr', 'en'],
    ['ar', 'fr'],
  ])('stand beside their own in N° 242, from “%s” to “%s”, also behind two that were joined', (from, to) => {
    const [originals, translations] = [bodiesOf(from), bodiesOf(to)];
    const wrong: string[] = [];
    let tried = 0;
    originals.forEach((blocks, article) => {
      const others = translations[article] ?? [];
      expect(aligned([from, blocks], [to, others])).toBe(numbered(blocks.length, (at) => `${at}-${at}`));
      blocks.slice(1).forEach(({ type }, at) => {
        if (type !== 'paragraph' || blocks[at]?.type !== 'paragraph') return;
        tried += 1;
        const expected = numbered(blocks.length, (line) =>
          line === at + 1 ? `${line}+–` : `${line}-${line > at ? line - 1 : line}`,
        );
        const found = aligned([from, blocks], [to, joinedAt(others, at)]);
        if (found !== expected) wrong.push(`article ${article}, paragraph ${at}: ${found}`);
      });
    });
    expect(tried).toBeGreaterThan(15);
    // The last two of an article may be one, or the last one still to be written: nobody can know.
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it('stay beside their own while the last one is typed, letter by letter', () => {
    const [french, arabic] = [bodiesOf('fr')[0] ?? [], bodiesOf('ar')[0] ?? []];
    for (const at of arabic.keys()) {
      const whole = textOfBlock(arabic[at] ?? {});
      for (const typed of [1, 5, 20, 60, whole.length]) {
        const blocks = [...arabic.slice(0, at), paragraph(whole.slice(0, typed))];
        expect(aligned(['fr', french], ['ar', blocks])).toBe(
          numbered(french.length, (line) => `${line}-${line > at ? '–' : line}`),
        );
      }
    }
  });

  it('are read as one where the translation has split a paragraph', () => {
    const french = ['Le réseau compte 210 agences. La foire a reçu 1 400 visiteurs à Fès.', 'Merci à tous.'];
    const english = [
      'The network has 210 branches.',
      'The fair had 1,400 visitors in Fez.',
      'Thank you all.',
    ];
    expect(aligned(['fr', french.map(paragraph)], ['en', english.map(paragraph)])).toBe('0-0 –+1 1-2');
  });

  it('are aligned in a moment, also of an article of 400 paragraphs', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      paragraph(`La foire ${at + 100} a reçu des visiteurs.`),
    );
    const before = performance.now();
    expect(aligned(['fr', many], ['fr', joinedAt(many, 200)])).toContain('200-200 201+– 202-201');
    expect(performance.now() - before).toBeLessThan(3_000);
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
