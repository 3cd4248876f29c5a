import { describeProblems } from '@nachra/renderer';
import type { FigurePlace, SaveProblem } from '../../common/save-problem';
import { isModestDashboard, mostFigureRows } from '../../../../shared/desk/modest';
import { figureProblems } from '../figures/stored-figures';
import type { Check } from './document-check';

type Path = readonly PropertyKey[];

const tooMany: SaveProblem = {
  path: ['figures'],
  code: 'FIGURES_INVALID',
  data: { places: [], problem: { path: 'groups', code: 'too-many', values: { maximum: mostFigureRows } } },
};

/** The figures must be what the contract calls a dashboard, in one language or several; each problem names its group, row and period. */
export const dashboardFigures: Check = (data) => {
  const figures = data['figures'];
  if (figures === undefined) return Promise.resolve([]);
  const given = typeof figures === 'object' && figures !== null ? figures : { periods: figures };
  // What is judged has a problem for each piece that is none.
  if (!isModestDashboard(given)) return Promise.resolve([tooMany]);
  const problems = figureProblems(given);
  const isUnnamed = ({ path }: { path: Path }): boolean =>
    path.length === 5 && path[4] === 'label' && isBlank(look(figures, path));
  return Promise.resolve([
    ...unnamedRows(
      figures,
      problems.filter(isUnnamed).map(({ path }) => path),
    ),
    ...problems
      .filter((issue) => !isUnnamed(issue))
      .flatMap((issue) =>
        describeProblems([issue]).map((problem) => ({
          path: ['figures'],
          code: 'FIGURES_INVALID' as const,
          data: { places: placesOf(figures, issue.path), problem },
        })),
      ),
  ]);
};

/** One problem a group: whoever pastes a column too long makes dozens of such rows. */
function unnamedRows(figures: unknown, paths: readonly Path[]): SaveProblem[] {
  const groups = new Map<unknown, Path[]>();
  for (const path of paths) groups.set(path[1], [...(groups.get(path[1]) ?? []), path]);
  return [...groups.values()].flatMap(([first, ...others]): SaveProblem[] => {
    const [group] = first ? placesOf(figures, first) : [];
    if (first === undefined || group === undefined) return [];
    const data = { group, row: Number(first[3]) + 1, others: others.length };
    return [{ path: ['figures'], code: 'FIGURES_UNNAMED', data }];
  });
}

function isBlank(label: unknown): boolean {
  return label === undefined || label === null || (typeof label === 'string' && label.trim() === '');
}

/** Where in the figures, in the words that stand there. */
function placesOf(figures: unknown, path: Path): FigurePlace[] {
  const [list, at, , rowAt, , valueAt] = path;
  if (typeof at !== 'number') return [];
  const named = (level: FigurePlace['level'], index: number, ...way: PropertyKey[]): FigurePlace => {
    const words = look(figures, way);
    return { level, name: typeof words === 'string' && words.trim() !== '' ? words.trim() : index + 1 };
  };
  if (list === 'periods') return [named('period', at, 'periods', at, 'label')];
  if (list !== 'groups') return [];
  const places = [named('group', at, 'groups', at, 'title')];
  if (typeof rowAt === 'number') places.push(named('row', rowAt, 'groups', at, 'indicators', rowAt, 'label'));
  if (typeof valueAt === 'number') places.push(named('period', valueAt, 'periods', valueAt, 'label'));
  return places;
}

function look(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
