/** Texts, figures and whatever holds them, in one request: a number of a hundred articles, all of them typed anew, has some thirty thousand. */
const mostNodes = 100_000;

/** Whether a request holds no more than anybody types. Pure. */
export function isModest(request: unknown): boolean {
  return holdsAtMost(mostNodes, request);
}

function holdsAtMost(most: number, value: unknown): boolean {
  let count = 0;
  let level: unknown[] = [value];
  while (level.length > 0 && count <= most) {
    count += level.length;
    level = level.flatMap((node): unknown[] =>
      typeof node === 'object' && node !== null ? Object.values(node) : [],
    );
  }
  return count <= most;
}

/** Groups and rows of one dashboard: each that is wrong is a problem of its own, and a megabyte of nothing is a third of a million. */
export const mostFigureRows = 1_000;
/** Fields and figures of one row or period, or besides; with the names that a total is made of. */
const mostInRow = 1_000;
/** All of them together: five hundred rows of sixty periods. */
const mostFigures = 40_000;

/** Whether figures are no more than a dashboard has, whatever they are. Pure. */
export function isModestDashboard(figures: unknown): boolean {
  if (!holdsAtMost(mostFigures, figures)) return false;
  const { periods, groups, ...besides } = fieldsOf(figures);
  const rows = listOf(groups).flatMap((group) => [
    { ...fieldsOf(group), indicators: null },
    ...listOf(fieldsOf(group)['indicators']),
  ]);
  const pieces = [...listOf(periods), ...rows];
  return pieces.length <= mostFigureRows && [besides, ...pieces].every((one) => holdsAtMost(mostInRow, one));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
