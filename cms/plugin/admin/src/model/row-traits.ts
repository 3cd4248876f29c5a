import type { Shown } from '../../../shared/desk';

/** A row of figures in a comparison. */
export type FiguresRow = Extract<Shown, { is: 'figures' }>['groups'][number]['rows'][number];

/** How a row is read and shown, in the order in which that is told. */
const traits = ['unit', 'decimals', 'measure', 'highlight', 'chart'] as const;
type Trait = (typeof traits)[number];

const usual: Pick<FiguresRow, Trait> = {
  ...{ unit: 'count', decimals: null, measure: 'flow', highlight: false, chart: null },
};
/** What each row has, whether it is usual or not. */
const alwaysThere: readonly Trait[] = ['unit', 'measure'];

/**
 * What is told of a row besides its values, and whether the same row of another version has it otherwise. What is usual goes without
 * saying, unless it has become so; nothing is told of a tile or chart that there is not. Pure.
 *
 * @param other undefined where the other version has no such row, or there is none to compare with
 */
export function traitsOf(
  row: FiguresRow,
  other: FiguresRow | undefined,
): { trait: Trait; differs: boolean }[] {
  return traits.flatMap((trait) => {
    const differs = other !== undefined && other[trait] !== row[trait];
    const isTold = row[trait] !== usual[trait] || (differs && alwaysThere.includes(trait));
    return isTold ? [{ trait, differs }] : [];
  });
}
