import { dashboardSchema, describeProblems, problemText } from '@nachra/renderer';
import { z } from 'zod';
import type { Check } from './check';

type Path = readonly PropertyKey[];

const { localeError } = z.locales.fr();

/** The figures must be what the contract calls a dashboard; each problem names its group, row and period. */
export const dashboardFigures: Check = (data) => {
  const figures = data['figures'];
  if (figures === undefined) return Promise.resolve([]);
  const result = dashboardSchema.safeParse(
    {
      ...(typeof figures === 'object' && figures !== null ? figures : { periods: figures }),
      title: 'figures',
      asOf: '2000-01-01',
    },
    {
      error: (issue) =>
        issue.code === 'invalid_type' && issue.expected === 'number'
          ? 'ce n’est pas un nombre'
          : localeError(issue),
    },
  );
  if (result.success) return Promise.resolve([]);
  return Promise.resolve(
    result.error.issues.map((issue) => ({
      path: ['figures'],
      message: `Chiffres : ${placeOf(figures, issue.path)} : ${sentenceOf(issue).replace(/\.$/, '')}.`,
    })),
  );
};

/** What the contract itself asks for has a sentence of the renderer's; the rest has zod's. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom'
    ? describeProblems([issue])
        .map((problem) => problemText(problem, 'fr'))
        .join(' ')
    : issue.message;
}

/** Where in the figures, in the words that stand there: « Activité », « Total », 2021. */
function placeOf(figures: unknown, path: Path): string {
  const [list, at, , rowAt, , valueAt] = path;
  if (list === 'periods' && typeof at === 'number') {
    return `période ${named(look(figures, ['periods', at, 'label']), at)}`;
  }
  if (list !== 'groups' || typeof at !== 'number') return path.join('.') || 'le tout';
  const places = [`groupe ${named(look(figures, ['groups', at, 'title']), at)}`];
  if (typeof rowAt === 'number') {
    places.push(`ligne ${named(look(figures, ['groups', at, 'indicators', rowAt, 'label']), rowAt)}`);
  }
  if (typeof valueAt === 'number') {
    places.push(`période ${named(look(figures, ['periods', valueAt, 'label']), valueAt)}`);
  }
  return places.join(', ');
}

function named(words: unknown, index: number): string {
  return typeof words === 'string' && words.trim() !== '' ? `« ${words.trim()} »` : `n° ${index + 1}`;
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
