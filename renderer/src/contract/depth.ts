/**
 * How deep data may be nested that anything of ours walks through. An issue with lists in lists as deep as they may be has 30
 * levels; some thousands end a recursion with a stack overflow.
 */
export const mostLevels = 64;

/** Whether data is nested more than {@link mostLevels} deep. It is walked level by level, so that no depth can end the walk. */
export function isTooDeep(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) return true;
    const inside: unknown[] = [];
    for (const each of level)
      if (typeof each === 'object' && each !== null)
        for (const child of Object.values(each)) if (typeof child === 'object') inside.push(child);
    level = inside;
  }
  return false;
}
