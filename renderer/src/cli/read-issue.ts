import { readFile } from 'node:fs/promises';
import { RendererError } from '../errors';
import { parseIssue, type Issue } from '../contract/issue';

/** The file given on the command line cannot be used. Code `INPUT_UNREADABLE` or `INPUT_NOT_JSON`. */
export class InputError extends RendererError {
  constructor(code: 'INPUT_UNREADABLE' | 'INPUT_NOT_JSON', message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * Reads an issue from a JSON file.
 *
 * @throws {InputError} code `INPUT_UNREADABLE` or `INPUT_NOT_JSON`
 * @throws {InvalidIssueError} code `ISSUE_INVALID`
 */
export async function readIssue(file: string): Promise<Issue> {
  return parseIssue(parseJson(await readText(file), file));
}

async function readText(file: string): Promise<string> {
  try {
    // A byte order mark is no part of the text; Windows editors write one.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      'INPUT_UNREADABLE',
      `${file} cannot be read (${reason}). Give the path of an issue as a JSON file.`,
      { cause },
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError('INPUT_NOT_JSON', `${file} is not JSON: ${reason}.`, { cause });
  }
}
