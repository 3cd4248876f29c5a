import { messageOf } from '../../../errors';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { classifyMessage } from '../classify-message';
import { explainRule } from '../explain-rule';

/** What the command is handed: where its lines go, and where `-` reads. */
interface CommandPorts {
  out(text: string): void;
  error(text: string): void;
  standardInput: AsyncIterable<Buffer | string>;
}

/** More of a file is not read: the classifier looks at less. */
const longestFile = 1024 * 1024;

/**
 * Classifies files, the files of folders, or standard input (`-`), and prints one line of JSON for each, in order.
 *
 * @returns 0 when everything was readable; 2 when something was not: a sentence on it, and the others classified
 */
export async function classifyCommand(paths: readonly string[], ports: CommandPorts): Promise<number> {
  let isComplete = true;
  const complain = (path: string, error: unknown): void => {
    isComplete = false;
    ports.error(`nachra-bounce: ${path} cannot be read: ${sentenceOf(error)}.\n`);
  };
  for (const path of paths) {
    let files: string[] = [];
    try {
      files = await filesOf(path);
    } catch (error) {
      complain(path, error);
    }
    for (const file of files) {
      try {
        const bytes = file === '-' ? await readAll(ports.standardInput) : await readStart(file);
        const classification = await classifyMessage(bytes);
        const { kind, severity, status, recipient } = classification;
        const reason = explainRule(classification);
        ports.out(`${JSON.stringify({ file, kind, severity, status, recipient, reason })}\n`);
      } catch (error) {
        complain(file, error);
      }
    }
  }
  return isComplete ? 0 : 2;
}

/** A path itself, or the files of a folder (not of the folders in it), by name. */
async function filesOf(path: string): Promise<string[]> {
  if (path === '-' || !(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => join(path, name))
    .sort();
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    while (length < longestFile) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, null);
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

async function readAll(input: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentences: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'this user may not read it',
    EISDIR: 'it is a folder',
  };
  return sentences[code] ?? messageOf(error);
}
