/** Places that only one of two sequences has. */
interface SequenceDifferences {
  removed: Set<number>;
  added: Set<number>;
}

/** More differences than this are not told apart: everything between the first and the last one counts as changed. */
const mostDifferences = 2_000;

/**
 * What was taken from a sequence and what was added to it, by the fewest changes. Pure.
 *
 * @see E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986
 */
export function sequenceDifferences(
  before: readonly string[],
  after: readonly string[],
): SequenceDifferences {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const differences: SequenceDifferences = { removed: new Set(), added: new Set() };
  const [old, now] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  const trace = pathOf(old, now);
  if (trace === null) {
    old.forEach((_, index) => differences.removed.add(start + index));
    now.forEach((_, index) => differences.added.add(start + index));
    return differences;
  }
  let [x, y] = [old.length, now.length];
  for (let depth = trace.length - 1; depth > 0; depth -= 1) {
    const reached = trace[depth - 1];
    const at = (diagonal: number): number => reached?.[diagonal + depth] ?? -1;
    const diagonal = x - y;
    const isDown = diagonal === -depth || (diagonal !== depth && at(diagonal - 1) < at(diagonal + 1));
    const from = isDown ? diagonal + 1 : diagonal - 1;
    [x, y] = [at(from), at(from) - from];
    if (isDown) differences.added.add(start + y);
    else differences.removed.add(start + x);
  }
  return differences;
}

/**
 * How far each diagonal was reached with each number of changes: `[changes][diagonal + changes + 1]`. Null where there are too many.
 */
function pathOf(old: readonly string[], now: readonly string[]): Int32Array[] | null {
  const trace: Int32Array[] = [];
  const most = Math.min(old.length + now.length, mostDifferences);
  for (let depth = 0; depth <= most; depth += 1) {
    const before = trace.at(-1);
    const at = (diagonal: number): number => before?.[diagonal + depth] ?? -1;
    const reached = new Int32Array(2 * depth + 3).fill(-1);
    trace.push(reached);
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const isDown = diagonal === -depth || (diagonal !== depth && at(diagonal - 1) < at(diagonal + 1));
      let x = depth === 0 ? 0 : isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
      let y = x - diagonal;
      while (x < old.length && y < now.length && old[x] === now[y]) {
        x += 1;
        y += 1;
      }
      reached[diagonal + depth + 1] = x;
      if (x >= old.length && y >= now.length) return trace;
    }
  }
  return null;
}
