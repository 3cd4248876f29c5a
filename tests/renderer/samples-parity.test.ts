import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseIssue } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(__dirname, '../../emails/samples', name), 'utf8'));

const french = read('amanews-242.json');

/** An issue without its text: the part that all its languages have in common. */
function facts(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => facts(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        // The brand's words differ by language.
        .filter(([name]) => name !== 'words')
        .map(([name, item]) => [name, facts(item, name)]),
    );
  const isWord =
    typeof value === 'string' && !/^(\d{4}-\d\d-\d\d|https?:.*)$/.test(value) && !invariable.has(key);
  return isWord ? '(words)' : value;
}

const invariable = new Set(
  'id type kind layout format unit measure chart number code primary accent'.split(' '),
);

/** All texts of an issue with their paths. */
function* texts(value: unknown, place = ''): Generator<[place: string, text: string]> {
  if (typeof value === 'string') yield [place, value];
  else if (Array.isArray(value))
    for (const [at, item] of value.entries()) yield* texts(item, `${place}[${at}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value))
      yield* texts(item, place === '' ? name : `${place}.${name}`);
}

/** Names that are the same in each language, and values that are not text. */
const untranslated =
  /(\.(type|kind|id|layout|unit|measure|chart|format|url|code|date|start|end|asOf|from|to)|publicationDate|colours\.\w+|masthead\.(title|subject|language)|source\.name|periods\[\d\]\.label|brand\.name|brand\.words\[\d+\])$/;

describe.each([
  ['Arabic', 'amanews-242.ar.json', 'ar'],
  ['English', 'amanews-242.en.json', 'en'],
])('N° 242 in %s', (_, file, language) => {
  const issue = read(file);

  it('is an issue in its language', () => {
    expect(parseIssue(issue).masthead.language).toBe(language);
  });

  it('has the sections, articles, blocks, dates, links and figures of the French one', () => {
    const ours = facts(issue);
    expect(ours).toEqual(facts(french));
  });

  it('is translated completely', () => {
    const original = new Map(texts(french));
    const left = [...texts(issue)].filter(
      ([place, text]) => !untranslated.test(place) && text === original.get(place) && !/^(Total)$/.test(text),
    );
    expect(left).toEqual([]);
    if (language !== 'ar') return;
    const foreign = [...texts(issue)].filter(
      ([place, text]) => !untranslated.test(place) && !/\p{Script=Arabic}/u.test(text),
    );
    expect(foreign).toEqual([]);
  });

  it('states the figures that the French text states', () => {
    const figures = (from: unknown) =>
      [...texts(from)]
        .filter(([place]) => place.includes('.body') || place.includes('standfirst'))
        // Separators differ by language: 819.280, 819,280 and 843988 are compared by their digits.
        .map(([place, text]) => [
          place,
          (text.match(/\d[\d.,]*\d|\d/g) ?? [])
            .map((figure) => figure.replaceAll(/\D/g, ''))
            .filter((digits) => digits.length > 2)
            .sort(),
        ]);
    expect(figures(issue)).toEqual(figures(french));
  });
});
