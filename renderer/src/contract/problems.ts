import type { z } from 'zod';
import { RendererError } from '../errors';

/** One thing wrong with an issue: where (a JSON path such as `masthead.title`) and what was expected. */
export interface IssueProblem {
  path: string;
  message: string;
}

/** The data is no issue. Code `ISSUE_INVALID`. */
export class InvalidIssueError extends RendererError {
  constructor(readonly problems: readonly IssueProblem[]) {
    super('ISSUE_INVALID', problems.map(({ path, message }) => `${path || '(root)'}: ${message}`).join('\n'));
  }
}

/**
 * Turns zod's complaints into sentences for whoever wrote the issue: one a field, with the field's path and what was
 * expected there.
 */
export function describeProblems(issues: readonly z.core.$ZodIssue[]): IssueProblem[] {
  return issues.flatMap((issue) => describe(issue, []));
}

type Path = readonly PropertyKey[];

function describe(issue: z.core.$ZodIssue, above: Path): IssueProblem[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      return [problem(path, typeSentence(issue))];
    case 'invalid_value':
      return [problem(path, `expected ${oneOf(issue.values)}`)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem([...path, key], 'no such field; remove it or correct its name'));
    case 'too_small':
      return [problem(path, smallSentence(issue))];
    case 'too_big':
      return [
        problem(path, `expected at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`),
      ];
    case 'invalid_union':
      return describeUnion(issue, path);
    default:
      return [problem(path, issue.message)];
  }
}

/**
 * Of a union only the branch that the author meant is described: the one whose `type` is right. Otherwise `type` itself
 * is the mistake, and its allowed names are the answer.
 */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): IssueProblem[] {
  if (issue.discriminator !== undefined) return [problem(path, `expected ${oneOf(optionsOf(issue))}`)];
  const meant = issue.errors.find((branch) => !branch.some(isWrongType));
  if (meant) return meant.flatMap((inner) => describe(inner, path));
  const types = issue.errors.flat().flatMap(typesWanted);
  return types.length > 0
    ? [problem([...path, 'type'], `expected ${oneOf([...new Set(types)])}`)]
    : [problem(path, issue.message)];
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

const typeNames: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function typeSentence(issue: z.core.$ZodIssueInvalidType): string {
  const wanted = typeNames[issue.expected] ?? issue.expected;
  const got = /received (\w+)$/.exec(issue.message)?.[1];
  if (got === 'undefined') return `expected ${wanted}, but the field is missing`;
  return got ? `expected ${wanted}, got ${typeNames[got] ?? got}` : `expected ${wanted}`;
}

function smallSentence(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'array')
    return `expected at least ${issue.minimum === 1 ? 'one entry' : `${issue.minimum} entries`}`;
  return issue.inclusive ? `expected ${issue.minimum} or more` : `expected more than ${issue.minimum}`;
}

function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length === 1 ? String(quoted[0]) : `one of ${quoted.join(', ')}`;
}

function problem(path: Path, message: string): IssueProblem {
  return { path: jsonPath(path), message };
}

/** `sections[3].articles[0].title`: the notation people know from JavaScript and jq. */
function jsonPath(path: Path): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}
