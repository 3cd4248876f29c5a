import type { Language } from '../../contract/primitives';
import { factsSaid, type DateFact, type Fact } from '../mentions/facts-said';
import { fold } from '../mentions/fold';

/** A piece of an article in one language: a field, or a block of its body. */
export interface WrittenText {
  language: Language;
  text: string;
  /** Where its links lead. */
  links: readonly string[];
}

/** Something that a text and its translation do not say alike, in the words of each; null where one does not say it. */
export interface TextDifference {
  is: 'figure' | 'date' | 'address' | 'name';
  original: string | null;
  translation: string | null;
}

/** Up to here a figure may be written in words: “trois agences”. */
const mostInWords = 12;
/** Names that one text alone has, of which more are not compared letter by letter. */
const mostNames = 100;
/** A shorter name has too many others that are one letter away from it. */
const leastName = 5;

/**
 * Compares the figures, dates, addresses and names of a text with those of its translation. What is told is a question to whoever
 * translates, no fault: a sentence may be turned otherwise. Names are told where they are written in Latin letters in both and not
 * alike. Pure.
 *
 * @example textDifferences({ language: 'fr', text: '400 clients', links: [] }, { language: 'en', text: '40 customers', links: [] })
 */
export function textDifferences(original: WrittenText, translation: WrittenText): TextDifference[] {
  const said = factsSaid(original.text, original.links);
  const now = factsSaid(translation.text, translation.links);
  const figures = withoutWords(apart(said.figures, now.figures, always));
  return [
    ...joined('figure', figures),
    ...joined('date', apart(said.dates, now.dates, sameYear)),
    ...joined('address', apart(said.addresses, now.addresses, always)),
    ...nameDifferences(said.latin, now.latin, original.language, translation.language),
  ];
}

interface Apart {
  lacking: Fact[];
  extra: Fact[];
}

function apart<One extends Fact>(
  said: readonly One[],
  now: readonly One[],
  same: (one: One, other: One) => boolean,
): Apart {
  return { lacking: without(said, now, same), extra: without(now, said, same) };
}

/** The facts that others do not have, each key once. */
function without<One extends Fact>(
  these: readonly One[],
  those: readonly One[],
  same: (one: One, other: One) => boolean,
): One[] {
  const byKey = new Map<string, One[]>();
  for (const other of those) {
    const known = byKey.get(other.key) ?? [];
    if (known.length === 0) byKey.set(other.key, known);
    if (!known.some((one) => same(one, other))) known.push(other);
  }
  const left = these.filter((one) => !byKey.get(one.key)?.some((other) => same(one, other)));
  return [...new Map(left.map((one) => [one.key, one])).values()];
}

function always(): boolean {
  return true;
}

function sameYear(one: DateFact, other: DateFact): boolean {
  return one.year === null || other.year === null || one.year === other.year;
}

/** A small figure that only one of them has stands in words in the other. */
function withoutWords({ lacking, extra }: Apart): Apart {
  const isLarge = ({ key }: Fact) => !(Number(key) <= mostInWords);
  return {
    lacking: extra.length === 0 ? lacking.filter(isLarge) : lacking,
    extra: lacking.length === 0 ? extra.filter(isLarge) : extra,
  };
}

/** What lacks beside what is said instead, in their order: mostly it is one that was mistyped. */
function joined(is: TextDifference['is'], { lacking, extra }: Apart): TextDifference[] {
  return Array.from({ length: Math.max(lacking.length, extra.length) }, (_, at) => ({
    is,
    original: lacking[at]?.written ?? null,
    translation: extra[at]?.written ?? null,
  }));
}

function nameDifferences(
  said: readonly string[],
  now: readonly string[],
  from: Language,
  to: Language,
): TextDifference[] {
  const [mine, theirs] = [onlyIn(said, now), onlyIn(now, said)];
  // Among Arabic letters a word in Latin ones is a name that is kept as it is.
  if (to === 'ar' && from !== 'ar')
    return theirs.map((name) => ({ is: 'name', original: nearest(name, mine, 2), translation: name }));
  if (from === 'ar' && to !== 'ar')
    return mine.map((name) => ({ is: 'name', original: name, translation: nearest(name, theirs, 2) }));
  const names = theirs.filter((name) => /^\p{Lu}/u.test(name) && name.length >= leastName);
  const others = mine.filter((name) => /^\p{Lu}/u.test(name) && name.length >= leastName);
  return names.flatMap((name): TextDifference[] => {
    const original = nearest(name, others, 1);
    return original === null ? [] : [{ is: 'name', original, translation: name }];
  });
}

function onlyIn(words: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((word) => fold(word).text));
  const own = words.filter((word) => word.length > 1 && !known.has(fold(word).text));
  return [...new Set(own)].slice(0, mostNames);
}

/** @param most letters that may differ; in a short name only one */
function nearest(name: string, others: readonly string[], most: number): string | null {
  const few = name.length < leastName ? 1 : most;
  return others.find((other) => isNear(fold(name).text, fold(other).text, few)) ?? null;
}

/** Whether one word becomes the other by so many letters put in, left out or changed. */
function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most || one.length > 60) return false;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const above = row;
    row = [at];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (one[at - 1] === other[column - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return (row[other.length] ?? most + 1) <= most;
}
