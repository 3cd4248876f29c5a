import { readFile, stat } from 'node:fs/promises';
import { messageOf, RendererError } from '../errors';
import { parseIssue, type Issue } from '../contract/issue';
import { InvalidIssueError } from '../contract/problems';

/** An issue of fifty pages has a few hundred KB; a file beyond this is something else. */
const mostBytes = 16 * 1024 * 1024;

/** The file given on the command line cannot be used. Code `INPUT_UNREADABLE` or `INPUT_NOT_JSON`. */
class InputError extends RendererError {
  constructor(code: 'INPUT_UNREADABLE' | 'INPUT_NOT_JSON', message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * Reads an issue from a JSON file.
 *
 * @throws {InputError} code `INPUT_UNREADABLE` or `INPUT_NOT_JSON`
 * @throws {InvalidIssueError} code `ISSUE_INVALID`, with the file as its `source`
 */
export async function readIssue(file: string): Promise<Issue> {
  const data = parseJson(await readText(file), file);
  try {
    return parseIssue(data);
  } catch (error) {
    // `nachra check` reads several files: the message must name the right one.
    throw error instanceof InvalidIssueError ? new InvalidIssueError(error.problems, file) : error;
  }
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes)
      throw new Error(`it has ${Math.ceil(size / 2 ** 20)} MiB, and at most ${mostBytes / 2 ** 20} are read`);
    // Windows editors write a byte order mark, which is not part of the JSON.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new InputError(
      'INPUT_UNREADABLE',
      `${file} cannot be read (${messageOf(cause)}). Give the path of a JSON file that contains an issue.`,
      { cause },
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError('INPUT_NOT_JSON', `${file} is not JSON: ${messageOf(cause)}. Correct the file.`, {
      cause,
    });
  }
}
