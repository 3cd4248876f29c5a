import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, RendererError } from '../errors';

/** The files cannot be written to the directory given on the command line. Code `OUTPUT_UNWRITABLE`. */
class OutputError extends RendererError {
  constructor(message: string, options?: ErrorOptions) {
    super('OUTPUT_UNWRITABLE', message, options);
  }
}

/**
 * Writes files below a directory, which is created if missing. Checks that every file can be written before it writes the
 * first one.
 *
 * @param files contents by path below the directory
 * @throws {OutputError} code `OUTPUT_UNWRITABLE`: nothing was written, unless the disk itself failed
 */
export async function writeFiles(directory: string, files: Record<string, string | Buffer>): Promise<void> {
  try {
    for (const name of Object.keys(files)) await prepare(join(directory, name));
    for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  } catch (cause) {
    throw new OutputError(
      `Cannot write to ${directory} (${messageOf(cause)}). Give --out a directory that you may write to.`,
      { cause },
    );
  }
}

/** Creates the folder of a file and checks that the file can be written there. */
async function prepare(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new Error(`${file} is a directory`);
  await access(there ? file : dirname(file), constants.W_OK);
}
