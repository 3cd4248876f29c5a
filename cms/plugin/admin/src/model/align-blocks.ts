import type { Language } from '../../../shared/desk';
import { linksOf, textOfBlock, type BodyNode } from './body-blocks';

/** What stands on one line of two bodies side by side: the places of their blocks, null where one has none. */
export interface BlockPair {
  original: number | null;
  translation: number | null;
  /** Whether its block belongs to the line above: one paragraph translates several, or several translate one. */
  isJoined: boolean;
}

/** A body with the language it is written in. */
interface WrittenBody {
  language: Language;
  blocks: readonly BodyNode[];
}

/** A block, as far as it says which one of the other language it stands beside. */
interface Weighed {
  kind: string;
  /** Letters and digits of its text, as many as it would have in French. */
  letters: number;
  /** Figures, Latin names and addresses: what is the same in each language. */
  facts: ReadonlySet<string>;
}

/** How long the same text is in each language, in letters: by those of N° 242. */
const lengths: Readonly<Record<Language, number>> = { fr: 1, en: 0.88, ar: 0.71 };

/**
 * What it costs to read two bodies so: by how seldom translators do it, as in Gale and Church's table, but for a text that is still being
 * written. Its end is missing as a rule, and its last paragraph is short.
 */
const costs = {
  /** A block that the other one has not, in its midst. */
  alone: 5,
  /** One behind the last block that is translated. */
  toWrite: 0.6,
  otherKind: 5.5,
  /** For each paragraph more that is read as a part of the one before it. */
  joined: 2.5,
  /** The most that lengths may cost: they say less than the order. */
  length: 3,
  /** The same for paragraphs that are read as one: nothing but their length says so. */
  joinedLength: 8,
  /** The most that a last paragraph may cost that is shorter than it should be. */
  beingWritten: 1.5,
  /** A figure or name that the translation alone has, and one that it lacks. */
  strange: 1,
  lacking: 0.5,
  facts: 4,
};

/** Paragraphs that may be one in the other language. */
const mostJoined = 3;

/** Blocks further from the diagonal than this, beyond the difference in number, are not compared. */
const band = 25;

/**
 * Puts the blocks of a translation beside those of its original: by their kinds, lengths, figures and names, so that a paragraph that was
 * joined with another, split or left out leaves those behind it where they belong. Pure.
 *
 * @see W. Gale and K. Church, A Program for Aligning Sentences in Bilingual Corpora, 1993
 */
export function alignBlocks(original: WrittenBody, translation: WrittenBody): BlockPair[] {
  const ones = original.blocks.map((block) => weigh(block, original.language));
  const others = translation.blocks.map((block) => weigh(block, translation.language));
  const best = cheapestWays(ones, others);
  const pairs: BlockPair[] = [];
  let [one, other] = [ones.length, others.length];
  while (one > 0 || other > 0) {
    const [fewer, less] = best[one]?.[other]?.step ?? [one > 0 ? 1 : 0, one > 0 ? 0 : 1];
    [one, other] = [one - fewer, other - less];
    pairs.unshift(...linesOf(one, other, fewer, less));
  }
  return pairs;
}

type Step = readonly [originals: number, translations: number];

const steps: readonly Step[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...Array.from({ length: mostJoined - 1 }, (_, at) => [at + 2, 1] as const),
  ...Array.from({ length: mostJoined - 1 }, (_, at) => [1, at + 2] as const),
];

/** For so many blocks of each the cheapest way to read them, and its last step. */
function cheapestWays(
  ones: readonly Weighed[],
  others: readonly Weighed[],
): ({ cost: number; step: Step } | undefined)[][] {
  const width = Math.abs(ones.length - others.length) + band;
  const best: ({ cost: number; step: Step } | undefined)[][] = [[{ cost: 0, step: [0, 0] }]];
  for (let one = 0; one <= ones.length; one += 1) {
    const row = (best[one] ??= []);
    for (let other = Math.max(0, one - width); other <= Math.min(others.length, one + width); other += 1)
      for (const step of steps) {
        const before = best[one - step[0]]?.[other - step[1]];
        if (before === undefined) continue;
        const cost =
          before.cost +
          costOf(ones.slice(one - step[0], one), others.slice(other - step[1], other), {
            isLast: other === others.length,
            isEnd: one === ones.length,
          });
        const known = row[other];
        if (known === undefined || cost < known.cost) row[other] = { cost, step };
      }
  }
  return best;
}

/** @param place whether nothing of the translation follows, and nothing of the original */
function costOf(
  ones: readonly Weighed[],
  others: readonly Weighed[],
  { isLast, isEnd }: { isLast: boolean; isEnd: boolean },
): number {
  const [[one], [other]] = [ones, others];
  if (one === undefined) return costs.alone;
  if (other === undefined) return isLast ? costs.toWrite : costs.alone;
  const more = ones.length + others.length - 2;
  if (more > 0 && [...ones, ...others].some(({ kind, letters }) => kind !== 'paragraph' || letters === 0))
    return Infinity;
  // A paragraph that was just begun is the next one, no piece of the one before it.
  const isBegun = others.length > 1 && isLast && !isEnd;
  const isShort = isLast && lettersIn(others) < lettersIn(ones);
  const mostForLength = more > 0 ? costs.joinedLength : isShort ? costs.beingWritten : costs.length;
  return (
    more * (isBegun ? costs.alone : costs.joined) +
    (one.kind === other.kind ? 0 : costs.otherKind) +
    lengthCost(lettersIn(ones), lettersIn(others), mostForLength) +
    factsCost(factsIn(ones), factsIn(others))
  );
}

/** By how much two lengths are apart, in standard deviations, as the logarithm of how seldom that is. */
function lengthCost(letters: number, others: number, most: number): number {
  // What is still empty may become anything.
  if (letters === 0 || others === 0) return 0;
  const apart = Math.abs(letters - others) / Math.sqrt(6.8 * ((letters + others) / 2));
  // Close enough to −log(2 (1 − Φ)).
  return Math.min(0.8 * apart + 0.4 * apart ** 2, most);
}

function factsCost(facts: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (others.size === 0) return Math.min(costs.lacking * facts.size, costs.lacking * 2);
  const strange = [...others].filter((fact) => !facts.has(fact)).length;
  const lacking = [...facts].filter((fact) => !others.has(fact)).length;
  return Math.min(strange * costs.strange + lacking * costs.lacking, costs.facts);
}

function lettersIn(blocks: readonly Weighed[]): number {
  return blocks.reduce((sum, { letters }) => sum + letters, 0);
}

function factsIn(blocks: readonly Weighed[]): ReadonlySet<string> {
  const [first] = blocks;
  return blocks.length === 1 && first ? first.facts : new Set(blocks.flatMap(({ facts }) => [...facts]));
}

function weigh(block: BodyNode, language: Language): Weighed {
  const text = textOfBlock(block);
  const letters = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  return {
    kind: block.type ?? 'unknown',
    letters: letters / lengths[language],
    facts: new Set([...figuresIn(text), ...namesIn(text), ...linksOf(block).map(pageOf)]),
  };
}

/** Figures by their digits alone; a digit by itself may be a word in the other language. */
function figuresIn(text: string): string[] {
  const western = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  return (western.match(/\d(?:[\d .,٬٫'’\u00a0\u202f]*\d)?/gu) ?? [])
    .map((figure) => figure.replace(/\D/g, ''))
    .filter((digits) => digits.length > 1);
}

/** Words in Latin letters that are written alike in each language: with a capital within, or of capitals. */
function namesIn(text: string): string[] {
  return (text.match(/\p{Script=Latin}[\p{Script=Latin}\d]*/gu) ?? []).filter((word) =>
    /^\P{Lu}*.\P{Lu}*\p{Lu}/u.test(word),
  );
}

/** An address without what names a language in it. */
function pageOf(url: string): string {
  return url.replace(/\/(?:fr|ar|en)(?=[/?#]|$)/, '');
}

/** The lines of one step: what is joined stands below the block that it belongs to. */
function linesOf(one: number, other: number, ones: number, others: number): BlockPair[] {
  return Array.from({ length: Math.max(ones, others) }, (_, at) => ({
    original: at < ones ? one + at : null,
    translation: at < others ? other + at : null,
    isJoined: at > 0,
  }));
}
