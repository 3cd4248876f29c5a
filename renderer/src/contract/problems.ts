import type { z } from 'zod';
import { RendererError } from '../errors';

/** What can be wrong with a field of an issue. Permanent, for programs; people read the sentence of `problemText`. */
export const problemCodes = [
  /** A required field is missing; `expected` names its type. */
  'missing',
  /** The type is `got` instead of `expected`. */
  'wrong-type',
  /** The only allowed value is `expected`. */
  'wrong-value',
  /** Not one of `options`. */
  'not-one-of',
  'unknown-field',
  'empty-list',
  /** A list with fewer than `minimum` entries. */
  'too-few',
  /** A list with more than `maximum` entries. */
  'too-many',
  /** A text of more than `maximum` characters. */
  'too-long',
  /** Lists inside lists, or anything inside anything, more than `maximum` levels deep. */
  'too-deep',
  /** A number less than `minimum`. */
  'too-small',
  /** A number that is not greater than `minimum`. */
  'not-above',
  /** A number greater than `maximum`. */
  'too-big',
  'empty-text',
  'not-a-date',
  'not-an-address',
  /** A link with a user name before the `@`, which hides where it leads. */
  'address-names-user',
  'not-a-picture-address',
  /** A crop that reaches beyond its picture. */
  'outside-picture',
  'not-a-colour',
  /** A period whose last day is before its first day. */
  'ends-before-start',
  /** The row `label` of a dashboard has `got` values for `expected` periods. */
  'value-count',
  /** Row `row` of a table, counted from 1, has `got` cells; the first row has `expected`. */
  'cell-count',
  /** The whole takes longer to render than it may; only who renders with a time limit finds that. */
  'too-much',
  /** Anything else; `reason` in zod's words. */
  'invalid',
] as const;
/** One of {@link problemCodes}. */
export type ProblemCode = (typeof problemCodes)[number];

/** The types of JSON, in terms that an author of an issue knows. */
export const problemTypes = [
  'text',
  'whole-number',
  'number',
  'boolean',
  'list',
  'object',
  'nothing',
] as const;
/** One of {@link problemTypes}. */
type ProblemType = (typeof problemTypes)[number];

/** The data of a problem's sentence; {@link problemCodes} lists the names that each code has. */
export type ProblemValues = Readonly<Record<string, string | number | readonly unknown[]>>;

/** One invalid field of an issue, as data. */
export interface IssueProblem {
  /** JSON path such as `sections[3].articles[0].title`; empty for the whole. */
  path: string;
  code: ProblemCode;
  values: ProblemValues;
}

/**
 * The data is not a valid issue. Code `ISSUE_INVALID`.
 *
 * `problems` are for programs and for `problemText`; the message names only fields and codes, for a log.
 */
export class InvalidIssueError extends RendererError {
  /** @param source where the data came from, such as a file's path */
  constructor(
    readonly problems: readonly IssueProblem[],
    readonly source: string | null = null,
  ) {
    const list = problems.map(({ path, code }) => `${path || '(root)'} (${code})`).join(', ');
    super(
      'ISSUE_INVALID',
      `${source ?? 'The data'} is not a valid issue: ${list}. Correct these fields; \`nachra schema\` describes them.`,
    );
  }
}

/** The `params` of a zod refinement: the problem that its failure becomes. */
export function problemParams(code: ProblemCode, values: ProblemValues = {}): { problem: IssueProblem } {
  return { problem: { path: '', code, values } };
}

/**
 * Turns zod's issues into problems, one per field.
 *
 * @param issues from a parse with `reportInput`, which `got` needs
 * @example describeProblems(issueSchema.safeParse(data, { reportInput: true }).error?.issues ?? [])
 */
export function describeProblems(issues: readonly z.core.$ZodIssue[]): IssueProblem[] {
  return issues.flatMap((issue) => describe(issue, []));
}

type Path = readonly PropertyKey[];

/** What there is too much of, by what zod has counted; otherwise a number is too big. */
const excess: Readonly<Record<string, ProblemCode>> = { array: 'too-many', string: 'too-long' };

function describe(issue: z.core.$ZodIssue, above: Path): IssueProblem[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      return [typeProblem(path, issue)];
    case 'invalid_value':
      return [valueProblem(path, issue.values)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem([...path, key], 'unknown-field'));
    case 'too_small':
      return [smallProblem(path, issue)];
    case 'too_big':
      return [problem(path, excess[issue.origin] ?? 'too-big', { maximum: Number(issue.maximum) })];
    case 'invalid_format':
      if (issue.format === 'date') return [problem(path, 'not-a-date')];
      // The only pattern in the contract is that of a colour.
      return [
        problem(path, issue.format === 'regex' ? 'not-a-colour' : 'invalid', { reason: issue.message }),
      ];
    case 'invalid_union':
      return describeUnion(issue, path);
    case 'custom': {
      const { problem: named } = (issue.params ?? {}) as { problem?: IssueProblem };
      if (named) return [problem(path, named.code, named.values)];
      return [problem(path, 'invalid', { reason: issue.message })];
    }
    default:
      return [problem(path, 'invalid', { reason: issue.message })];
  }
}

/**
 * Describes only the branch of a union that the author meant: the one whose `type` matches. If none matches, `type` itself
 * is wrong, and the problem lists its allowed values.
 */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): IssueProblem[] {
  if (issue.discriminator !== undefined) return [valueProblem(path, optionsOf(issue))];
  const meant = issue.errors.find((branch) => !branch.some(isWrongType));
  if (meant) return meant.flatMap((inner) => describe(inner, path));
  const types = issue.errors.flat().flatMap(typesWanted);
  return types.length > 0
    ? [valueProblem([...path, 'type'], [...new Set(types)])]
    : [problem(path, 'invalid', { reason: issue.message })];
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}

function isWrongType(issue: z.core.$ZodIssue): boolean {
  return typesWanted(issue).length > 0 || (issue.code === 'invalid_type' && issue.path.length === 0);
}

function typesWanted(issue: z.core.$ZodIssue): unknown[] {
  if (issue.path.length !== 1 || issue.path[0] !== 'type') return [];
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(typesWanted) : [];
}

const typeNames: Readonly<Record<string, ProblemType>> = {
  string: 'text',
  int: 'whole-number',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

function typeProblem(path: Path, issue: z.core.$ZodIssueInvalidType): IssueProblem {
  const expected = typeNames[issue.expected] ?? issue.expected;
  if (issue.input === undefined) return problem(path, 'missing', { expected });
  return problem(path, 'wrong-type', { expected, got: typeOf(issue.input) });
}

function typeOf(value: unknown): ProblemType {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeNames[typeof value] ?? 'object';
}

function valueProblem(path: Path, values: readonly unknown[]): IssueProblem {
  return values.length === 1
    ? problem(path, 'wrong-value', { expected: JSON.stringify(values[0]) })
    : problem(path, 'not-one-of', { options: values });
}

function smallProblem(path: Path, { origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): IssueProblem {
  const least = { minimum: Number(minimum) };
  if (origin === 'array')
    return minimum === 1 ? problem(path, 'empty-list') : problem(path, 'too-few', least);
  return problem(path, inclusive ? 'too-small' : 'not-above', least);
}

function problem(path: Path, code: ProblemCode, values: ProblemValues = {}): IssueProblem {
  return { path: jsonPath(path), code, values };
}

/** `sections[3].articles[0].title`: the notation people know from JavaScript and jq. */
function jsonPath(path: Path): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}
