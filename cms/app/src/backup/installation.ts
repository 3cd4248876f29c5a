import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inheritedEnvironment } from '../settings';
import { repositoryDir } from '../settings/paths';
import { commandSettings, environmentOfCommand } from '../terminal/environment';
import { CommandError } from '../terminal/run-command';
import type { Installation } from './make-backup';

const packageSchema = z.object({ version: z.string() });
const load = createRequire(__filename);
const versionOf = (name: string): string => packageSchema.parse(load(name)).version;

/** The installation that a command is about: that of `.env` and of the shell. */
export async function installationOfCommand(): Promise<Installation> {
  return {
    settings: await commandSettings({ writeSecrets: false, environment: 'production' }),
    variables: await environmentOfCommand(),
    versions: {
      nachra: versionOf(path.join(repositoryDir, 'package.json')),
      strapi: versionOf('@strapi/strapi/package.json'),
    },
    root: repositoryDir,
  };
}

/**
 * The file that a command was given, from the folder that the person stands in (npm changes it).
 *
 * @throws {CommandError} code `BACKUP_NO_FILE`
 */
export function namedFile(command: 'backup' | 'restore'): { file: string; withOtherSecrets: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: command === 'restore' ? { 'with-other-secrets': { type: 'boolean' } } : {},
    });
    const [name, ...more] = positionals;
    if (name !== undefined && more.length === 0) {
      const folder = inheritedEnvironment()['INIT_CWD'] ?? process.cwd();
      return { file: path.resolve(folder, name), withOtherSecrets: values['with-other-secrets'] === true };
    }
  } catch {
    // An unknown argument.
  }
  throw new CommandError(
    'BACKUP_NO_FILE',
    `Name the archive: npm run ${command} -- nachra-2026-11-26.tar.gz`,
  );
}

/** A command that is broken off ends as a failure, and takes away what it has begun (by `exit` of the process). */
export function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}
