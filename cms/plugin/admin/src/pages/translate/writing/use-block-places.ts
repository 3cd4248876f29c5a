import type { Block } from '@nachra/renderer';
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';

import type { Beside } from '../../../body/beside/use-beside';
import type { BlockPair } from '../../../model/align-blocks';
import type { BodyNode } from '../../../model/body-blocks';
import { emptyLike } from '../../../model/empty-like';

interface BlockPlaces {
  /** What holds the blocks of the original: their places are counted from its top. */
  holder: RefObject<HTMLDivElement>;
  /** Where each line begins, in pixels; undefined until it is known. */
  tops: readonly (number | undefined)[];
  /** Says how high what stands on a line of the original is, in pixels. */
  onHeight: (line: number, height: number) => void;
  beside: Beside;
}

/**
 * Keeps the blocks of two bodies beside each other: those of the original say how high they are, and those of the translation where
 * they stand.
 *
 * @param pairs has to be the same object until a block comes or goes
 * @param labelOf what the button says that writes a block
 */
export function useBlockPlaces(
  pairs: readonly BlockPair[],
  blocks: readonly BodyNode[],
  labelOf: (block: BodyNode) => string,
): BlockPlaces {
  const holder = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<Readonly<Record<number, number>>>({});
  const [tops, setTops] = useState<readonly number[]>([]);

  const onHeight = useCallback((line: number, height: number) => {
    setHeights((now) => (now[line] === height ? now : { ...now, [line]: height }));
  }, []);
  const onLaidOut = useCallback((elements: readonly HTMLElement[]) => {
    const above = holder.current?.getBoundingClientRect().top;
    if (above === undefined) return;
    const measured = elements.map((element) => Math.round(element.getBoundingClientRect().top - above));
    setTops((now) => (measured.join() === now.join() ? now : measured));
  }, []);

  const beside = useMemo((): Beside => {
    const gaps: Beside['gaps'][number][] = [];
    const least: number[] = [];
    pairs.forEach(({ original, translation, isJoined }, line) => {
      const height = heights[line] ?? 0;
      const block = original === null ? undefined : blocks[original];
      if (translation !== null) least.push(height);
      else if (isJoined) least.push((least.pop() ?? 0) + height);
      else if (block)
        gaps.push({
          ...{ before: least.length, height, label: labelOf(block) },
          // Of the grammar as far as the original is, which the editor judges.
          block: emptyLike(block) as Block,
        });
    });
    return { heights: least, gaps, onLaidOut };
  }, [pairs, blocks, heights, labelOf, onLaidOut]);

  return { holder, tops: topsOfLines(pairs, tops, heights), onHeight, beside };
}

/**
 * Where each line begins: beside its block or gap, or below the line that its paragraph is joined to, which stands beside one block with it.
 *
 * @param measured where the blocks and gaps begin, in their order
 */
function topsOfLines(
  pairs: readonly BlockPair[],
  measured: readonly number[],
  heights: Readonly<Record<number, number>>,
): (number | undefined)[] {
  const tops: (number | undefined)[] = [];
  let next = 0;
  pairs.forEach(({ translation, isJoined }, line) => {
    const above = tops.at(-1);
    const isBelow = isJoined && translation === null;
    tops.push(isBelow && above !== undefined ? above + (heights[line - 1] ?? 0) : measured[next]);
    if (!isBelow) next += 1;
  });
  return tops;
}
