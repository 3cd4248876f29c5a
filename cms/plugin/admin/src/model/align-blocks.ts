import { sequenceDifferences } from './sequence-differences';

/** What stands on one line of two bodies side by side: the places of their blocks, null where one has none. */
export interface BlockPair {
  original: number | null;
  translation: number | null;
}

/**
 * Puts the blocks of a translation beside those of its original: the first beside the first, the second beside the second and so on.
 * Where there are not as many, each stands beside the next one of its kind, and those that have none stand alone. Pure.
 *
 * @param original the kinds of its blocks: `paragraph`, `heading` and so on
 */
export function alignBlocks(original: readonly string[], translation: readonly string[]): BlockPair[] {
  if (original.length === translation.length)
    return original.map((_, place) => ({ original: place, translation: place }));
  const { removed, added } = sequenceDifferences(original, translation);
  const pairs: BlockPair[] = [];
  let [one, other] = [0, 0];
  while (one < original.length || other < translation.length) {
    if (removed.has(one)) pairs.push({ original: one++, translation: null });
    else if (added.has(other)) pairs.push({ original: null, translation: other++ });
    else pairs.push({ original: one++, translation: other++ });
  }
  return pairs;
}
