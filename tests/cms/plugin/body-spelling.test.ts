import {
  checkEdition,
  misspeltWords,
  parseIssue,
  renderIssue,
  type IssueInput,
  type Language,
} from '@nachra/renderer';
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { extensions } from '../../../cms/plugin/admin/src/body/document/extensions';
import { readBody } from '../../../cms/plugin/admin/src/body/document/stored-form';
import { lookAt } from '../../../cms/plugin/admin/src/body/spelling/look-at-words';
import { openVerdicts } from '../../../cms/plugin/admin/src/body/spelling/verdicts';
import { wordsIn } from '../../../cms/plugin/admin/src/body/spelling/words-in';
import { mostWordsAsked } from '../../../cms/plugin/shared/spelling-lists';
import { amanews242, anArticle, anIssue, aSection, paragraphs } from '../../support/issue';
import { threadTimeOf } from '../../support/thread-time';

const schema = getSchema(extensions);
const documentOf = (body: unknown) => schema.nodeFromJSON(readBody(body));

/** Misspelt words of a body as the editor marks them, in their order. */
async function marked(body: readonly unknown[], language: Language = 'fr') {
  const document = documentOf(body);
  const { unknown } = lookAt(document, { of: () => undefined });
  const misspelt = new Set(await misspeltWords(language, unknown, { words: [], names: [] }));
  const { misspelt: found } = lookAt(document, { of: (word) => misspelt.has(word) });
  return found.map(({ word, from, to }) => ({ word, shown: document.textBetween(from, to, '|', '|') }));
}

/** What the preflight finds in the bodies of an issue. */
async function foundByPreflight(input: IssueInput): Promise<string[]> {
  const issue = parseIssue(input);
  const findings = await checkEdition(issue, await renderIssue(issue));
  return findings
    .filter(({ rule, place }) => rule === 'spelling' && place.includes('.body['))
    .map(({ values }) => values['word'] as string);
}

const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });

describe('misspelt words in a body', () => {
  it.each([
    'Le nombre globalde prêts. Effecitf du réseau : Zineb et Forsa.',
    'Voir www.exemple.ma/encors, salma@encors.ma et https://encors.example/encors ; l’encors.',
    'TPE, IMFs, N242 et 30/09 ; “Encors” ou « Encors » — Encors.',
    'L’année ou l’anné, aujourd’hui, micro-entreprenneurs\nEncors à la ligne. Encors.',
    'en\u00adcors et en\u00adcours',
    'qsdfghjklm. Qsdfghjklm',
  ])('are those that the preflight finds: %s', async (value) => {
    const issue = anIssue({ sections: [aSection([anArticle({ body: paragraphs(value) })])] });
    const words = (await marked(paragraphs(value))).map(({ word }) => word);
    expect([...new Set(words)]).toEqual(await foundByPreflight(issue));
  });

  it('are those that the preflight finds in the real number', async () => {
    const issue = amanews242('fr');
    const bodies = issue.sections.flatMap((section) =>
      section.type === 'articles' ? section.articles.map(({ body }) => body ?? []) : [],
    );
    const words: string[] = [];
    for (const body of bodies) words.push(...(await marked(body)).map(({ word }) => word));
    const found = await foundByPreflight(issue);
    expect(found.filter((word) => !words.includes(word))).toEqual([]);
  });

  it('stand where they are marked, across styles, line ends, lists and cells, and not in code', async () => {
    const cell = (value: string) => ({ type: 'table-cell', children: [text(value)] });
    const body = [
      paragraph(text('Les enc'), text('ors', { bold: true }), text(' et l’en\u00adcors\nencors '), {
        type: 'link',
        url: 'https://a.example',
        children: [text('voiire')],
      }),
      paragraph(text('encors', { code: true }), text(' ici')),
      { type: 'code', children: [text('encors')] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('un encors')] }] },
      {
        type: 'table',
        headerRow: false,
        children: [{ type: 'table-row', children: [cell('du globalde'), cell('42')] }],
      },
    ];
    expect(await marked(body)).toEqual([
      { word: 'encors', shown: 'encors' },
      { word: 'l’encors', shown: 'l’en\u00adcors' },
      { word: 'encors', shown: 'encors' },
      { word: 'voiire', shown: 'voiire' },
      { word: 'encors', shown: 'encors' },
      { word: 'globalde', shown: 'globalde' },
    ]);
  });

  it('are marked in English by British and American spelling alike', async () => {
    expect(await marked(paragraphs('The colour and the color of a hous.'), 'en')).toEqual([
      { word: 'hous', shown: 'hous' },
    ]);
  });

  it('of another language are not marked at all, and no more of them are asked about', () => {
    const words = foreign(10_000);
    const document = documentOf(paragraphs(...inParagraphs(words)));
    const first = lookAt(document, { of: () => undefined });
    expect(first.unknown).toHaveLength(10_000);
    const asked = new Set(first.unknown.slice(0, mostWordsAsked));
    const second = lookAt(document, { of: (word) => (asked.has(word) ? true : undefined) });
    expect(second).toEqual({ misspelt: [], unknown: [], isForeign: true });
  });

  it('are looked for in ten thousand words without a stutter, and at a key in one paragraph', async () => {
    const blocks = inParagraphs(foreign(10_000));
    const verdicts = { of: (word: string) => word.endsWith('a') };
    const documents = [1, 2, 3].map(() => documentOf(paragraphs(...blocks)));
    const whole = await threadTimeOf(() => {
      const document = documents.pop();
      if (document) lookAt(document, verdicts);
    }, 200);
    expect(whole).toBeLessThan(200);
    const known = documentOf(paragraphs(...blocks));
    lookAt(known, verdicts);
    let typed = known;
    const again = await threadTimeOf(() => {
      typed = typed.replace(1, 1, documentOf(paragraphs('x')).slice(1, 2));
      lookAt(typed, verdicts);
    }, 50);
    expect(again).toBeLessThan(50);
  });

  it('are told apart from a text of one long word, or of none', () => {
    expect(wordsIn('a'.repeat(100_000))).toEqual([]);
    expect(wordsIn('@'.repeat(20_000))).toEqual([]);
    expect(wordsIn('')).toEqual([]);
  });
});

describe('what is known of words', () => {
  const settled = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };

  it('is asked for once for each, as many at a time as a request may have', async () => {
    const asked: (readonly string[])[] = [];
    const verdicts = openVerdicts((words) => {
      asked.push(words);
      return Promise.resolve(words.filter((word) => word.endsWith('1')));
    });
    const words = Array.from({ length: mostWordsAsked + 5 }, (_, at) => `mot${at}`);
    verdicts.want(words);
    verdicts.want(words.slice(0, 3));
    await settled();
    verdicts.want(words);
    await settled();
    expect(asked.map(({ length }) => length)).toEqual([mostWordsAsked, 5]);
    expect([verdicts.of('mot1'), verdicts.of('mot2'), verdicts.of('autre')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it('is told to whoever listens, and asked about again once a word may have been added', async () => {
    let house = new Set<string>();
    const verdicts = openVerdicts((words) => Promise.resolve(words.filter((word) => !house.has(word))));
    const told: boolean[] = [];
    const stop = verdicts.subscribe(() => told.push(verdicts.of('forsa') ?? false));
    verdicts.want(['forsa', 'encors']);
    await settled();
    house = new Set(['forsa']);
    verdicts.again();
    expect(verdicts.of('forsa')).toBe(true);
    await settled();
    verdicts.leave('encors');
    stop();
    verdicts.want(['autre']);
    await settled();
    expect(told).toEqual([true, false, false]);
    expect([verdicts.of('encors'), verdicts.of('autre')]).toEqual([false, true]);
  });

  it('stays unknown where the server cannot be asked, and is asked for when it is wanted again', async () => {
    let answers: (string[] | null | Error)[] = [new Error('away'), null, ['encors']];
    const verdicts = openVerdicts(() => {
      const [first] = answers;
      answers = answers.slice(1);
      return first instanceof Error ? Promise.reject(first) : Promise.resolve(first ?? null);
    }, 0);
    verdicts.want(['encors']);
    await settled();
    expect([verdicts.of('encors'), answers.length]).toEqual([undefined, 2]);
    const told = new Promise<void>((resolve) => verdicts.subscribe(resolve));
    verdicts.want(['encors']);
    await told;
    expect(verdicts.of('encors')).toBe(true);
  });
});

/** Different words that no dictionary has. */
function foreign(count: number): string[] {
  const letters = 'bdfgklmnprstvz';
  return Array.from({ length: count }, (_, at) => {
    const word = Array.from(
      { length: 4 },
      (__, place) => `${letters[Math.floor(at / letters.length ** place) % letters.length]}o`,
    );
    return `${word.join('')}${at % 2 ? 'a' : 'i'}`;
  });
}

function inParagraphs(words: readonly string[]): string[] {
  return Array.from({ length: words.length / 100 }, (_, at) =>
    words.slice(at * 100, at * 100 + 100).join(' '),
  );
}
