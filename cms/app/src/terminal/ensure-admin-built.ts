import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inheritedEnvironment, type Settings } from '../settings';
import { appDir, repositoryDir } from '../settings/paths';
import { CommandError } from './run-command';
import { whileAlone } from './while-alone';

/** What the admin bundle is made of, from the repository's root; a change in any of these makes the built one stale. */
const adminSources = [
  'cms/app/package.json',
  'cms/app/src/admin',
  'cms/plugin/package.json',
  'cms/plugin/dist/esm',
];

/** What lies beside compiled code and reaches no bundle. */
const noSource = /\.(?:d\.ts|map|tsbuildinfo)$/;

/**
 * Builds the admin (about half a minute) unless the built one was made from the very same sources.
 *
 * Idempotent by the hash of the sources, kept beside the build. Two that begin at once build it once: a build writes what the other
 * one reads.
 *
 * @param say where a progress line goes
 * @throws {CommandError} code `ADMIN_BUILD_FAILED`: with the bundler's own last words
 */
export async function ensureAdminBuilt(settings: Settings, say: (line: string) => void): Promise<void> {
  const compiledDir = path.join(appDir, 'dist');
  const stampFile = path.join(compiledDir, 'build', '.sources-hash');
  const hash = await hashOfSources();
  const isBuilt = async () => existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash;
  if (await isBuilt()) return;

  await mkdir(compiledDir, { recursive: true });
  await whileAlone(path.join(compiledDir, '.admin-build.lock'), {
    waits: () => say('Waiting for another process, which builds the admin …'),
    async work() {
      if (await isBuilt()) return;
      say('Building the admin (once, about a minute) …');
      const started = Date.now();
      await runStrapiBuild(settings);
      await writeFile(stampFile, hash);
      say(`Admin built in ${Math.round((Date.now() - started) / 1000)} s.`);
    },
  });
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of adminSources) {
    for (const file of await filesOf(path.join(repositoryDir, source))) {
      hash
        .update(path.relative(repositoryDir, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [place];
  return entries
    .filter((entry) => entry.isFile() && !noSource.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function runStrapiBuild(settings: Settings): Promise<void> {
  const strapi = require.resolve('@strapi/strapi/package.json').replace(/package\.json$/, 'bin/strapi.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [strapi, 'build'], {
      cwd: appDir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inheritedEnvironment(), ...environmentOf(settings) },
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) return resolve();
      const words = Buffer.concat(output).toString('utf8').trim().split('\n').slice(-25).join('\n');
      reject(new CommandError('ADMIN_BUILD_FAILED', `The admin could not be built:\n${words}`));
    });
  });
}

/** `strapi build` loads the configuration, which wants settings; nothing of them but addresses reaches the bundle. */
function environmentOf(settings: Settings): Record<string, string> {
  const { secrets } = settings;
  return {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    PUBLIC_URL: settings.publicUrl,
    NACHRA_DATA_DIR: settings.dataDir,
    NACHRA_WORKER: 'none',
    APP_KEYS: secrets.appKeys.join(','),
    API_TOKEN_SALT: secrets.apiTokenSalt,
    ADMIN_JWT_SECRET: secrets.adminJwtSecret,
    TRANSFER_TOKEN_SALT: secrets.transferTokenSalt,
    ENCRYPTION_KEY: secrets.encryptionKey,
    NACHRA_LINK_SECRET: secrets.linkSecret,
    // A build may come before the data folder that the key is kept in.
    NACHRA_PERSON_KEY: secrets.personKey ?? secrets.linkSecret,
  };
}
