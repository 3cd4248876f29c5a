import type { z } from 'zod';
import { RendererError } from '../errors';

/** What can be wrong with a field of an issue. Permanent: programs read them, people read what `problemText` makes of them. */
export const problemCodes = [
  /** A field that must be there is not; `expected`. */
  'missing',
  /** Something else than `expected`; `got`. */
  'wrong-type',
  /** The one value that may stand here is `expected`. */
  'wrong-value',
  /** None of `options`. */
  'not-one-of',
  'unknown-field',
  'empty-list',
  /** A list of fewer than `minimum` entries. */
  'too-few',
  /** A list of more than `maximum` entries. */
  'too-many',
  /** Less than `minimum`. */
  'too-small',
  /** Not more than `minimum`. */
  'not-above',
  /** More than `maximum`. */
  'too-big',
  'empty-text',
  'not-a-date',
  'not-an-address',
  'not-a-picture-address',
  'not-a-colour',
  /** A period whose last day is before its first. */
  'ends-before-start',
  /** The row `label` of a dashboard has `got` values for `expected` periods. */
  'value-count',
  /** Anything else; `reason` in zod's words. */
  'invalid',
] as const;
/** One of {@link problemCodes}. */
export type ProblemCode = (typeof problemCodes)[number];

/** Types as an author of an issue knows them. */
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
export type ProblemType = (typeof problemTypes)[number];

/** What a problem's sentence is made from; which names a code has stands at the code. */
export type ProblemValues = Readonly<Record<string, string | number | readonly unknown[]>>;

/** One thing wrong with an issue, as data. */
export interface IssueProblem {
  /** JSON path such as `sections[3].articles[0].title`; empty for the whole. */
  path: string;
  code: ProblemCode;
  values: ProblemValues;
}

/**
 * The data is no issue. Code `ISSUE_INVALID`.
 *
 * `problems` are for programs and for `problemText`; the message names places and codes only, for a log.
 */
export class InvalidIssueError extends RendererError {
  constructor(readonly problems: readonly IssueProblem[]) {
    const list = problems.map(({ path, code }) => `${path || '(root)'} (${code})`).join(', ');
    super('ISSUE_INVALID', `This is no issue: ${list}. \`nachra schema\` prints what is expected there.`);
  }
}

/** For the `params` of a refinement: what its failure is called. */
export function problemParams(code: ProblemCode, values: ProblemValues = {}): { problem: IssueProblem } {
  return { problem: { path: '', code, values } };
}

/**
 * Turns zod's issues into problems, one a field. Parse with `reportInput`, so that `got` is known.
 */
export function describeProblems(issues: readonly z.core.$ZodIssue[]): IssueProblem[] {
  return issues.flatMap((issue) => describe(issue, []));
}

type Path = readonly PropertyKey[];

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
      return [
        problem(path, issue.origin === 'array' ? 'too-many' : 'too-big', { maximum: Number(issue.maximum) }),
      ];
    case 'invalid_format':
      if (issue.format === 'date') return [problem(path, 'not-a-date')];
      // The contract has one pattern: that of a colour.
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
 * Of a union only the branch that the author meant is described: the one whose `type` is right. Otherwise `type` itself
 * is the mistake, and its allowed names are the answer.
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
