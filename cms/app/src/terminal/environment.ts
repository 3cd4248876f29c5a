import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { readSettings, type Settings } from '../settings';
import { environmentFile } from '../settings/paths';
import { ensureSecrets } from '../settings/secrets';

/**
 * The settings of a command: the repository's `.env`, over which the shell's own variables win.
 *
 * @param options.writeSecrets fill missing secrets of `.env` with random ones first (development only: production is
 *   told its secrets)
 * @throws {SettingsError} code `SETTINGS_INVALID`
 */
export async function commandSettings(options: {
  writeSecrets: boolean;
  environment: Settings['environment'];
}): Promise<Settings> {
  if (options.writeSecrets) await ensureSecrets(environmentFile);
  return readSettings({ NODE_ENV: options.environment, ...(await environmentOfCommand()) });
}

/** The variables of `.env` and of the shell, together; the shell's win. */
export async function environmentOfCommand(): Promise<Record<string, string | undefined>> {
  const file = await readFile(environmentFile, 'utf8').catch(() => '');
  return { ...parseEnv(file), ...process.env };
}
