import { z } from 'zod';
import { isTooDeep, mostLevels } from './depth';
import { describeProblems, InvalidIssueError } from './problems';
import { mastheadSchema } from './masthead';
import { sectionSchema } from './section';

/**
 * The contract: one issue of the newsletter in one language, as composed. Any CMS that writes this can use the renderer;
 * `nachra schema` prints it as JSON Schema.
 */
export const issueSchema = z.strictObject({
  masthead: mastheadSchema,
  sections: z.array(sectionSchema).min(1),
});

/** An issue whose defaults are filled in. */
export type Issue = z.infer<typeof issueSchema>;
/** An issue as it may be written, with defaults left out. */
export type IssueInput = z.input<typeof issueSchema>;

/**
 * Parses an issue from data of unknown shape and fills in its defaults.
 *
 * @param data parsed JSON, in the shape that `issueJsonSchema` describes
 * @throws {InvalidIssueError} code `ISSUE_INVALID`: `problems` has one entry per wrong field, each with its JSON path
 * @example const issue = parseIssue(JSON.parse(await readFile('issue.json', 'utf8')));
 */
export function parseIssue(data: unknown): Issue {
  if (isTooDeep(data))
    throw new InvalidIssueError([{ path: '', code: 'too-deep', values: { maximum: mostLevels } }]);
  const result = issueSchema.safeParse(data, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidIssueError(describeProblems(result.error.issues));
}

/** The contract as JSON Schema (draft 2020-12), for other systems that write issues: defaults may be left out. */
export function issueJsonSchema(): object {
  return z.toJSONSchema(issueSchema, { io: 'input', reused: 'ref' });
}
