import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

/** Something outside the repository that a test needs: a browser, a server. */
export interface Need {
  /** As a person calls it. */
  name: string;
  /** How to get it, as the end of a sentence. */
  remedy: string;
  /** Whether it is here; asked once, when the test file is loaded. */
  present(): boolean;
}

/** A real browser, driven by playwright-core. `CHROMIUM_PATH` names another one than the first found on the path. */
export const chromium: Need = {
  name: 'Chromium',
  remedy: 'install Debian’s package “chromium”, or set CHROMIUM_PATH to a Chrome or Chromium program',
  present: () => findChromium() !== null,
};

/** What the Nu checker of HTML runs on. */
export const java: Need = {
  name: 'Java',
  remedy: 'install Debian’s package “default-jre-headless”',
  present: () => onPath('java') !== null,
};

/** Debian's judge of spam; its rules come with the package, so it asks nothing of the network. */
export const spamassassin: Need = {
  name: 'SpamAssassin',
  remedy: 'install Debian’s package “spamassassin”',
  present: () => onPath('spamassassin') !== null,
};

/** Debian's judge of DKIM signatures, in its test mode: keys come from a file, nothing is asked of the network. */
export const opendkim: Need = {
  name: 'OpenDKIM',
  remedy: 'install Debian’s package “opendkim”',
  present: () => isProgram(opendkimProgram),
};

/** Postfix's own server for tests: it takes mail, or refuses and breaks off as it is told. */
export const postfixSink: Need = {
  name: 'smtp-sink',
  remedy: 'install Debian’s package “postfix”',
  present: () => isProgram(postfixSinkProgram),
};

/** Debian puts it where only an administrator's path looks. */
export const postfixSinkProgram = '/usr/sbin/smtp-sink';

/** Debian puts it where only an administrator's path looks. */
export const opendkimProgram = '/usr/sbin/opendkim';

/**
 * The program to start as browser.
 *
 * @throws {Error} when there is none; a suite made by {@link describeWith} never gets here without one
 */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new Error(`Chromium is missing: ${chromium.remedy}.`);
  return path;
}

/** A PostgreSQL server's programs. `POSTGRES_BIN` names another folder than Debian's newest or the path's. */
export const postgres: Need = {
  name: 'PostgreSQL',
  remedy: 'install Debian’s package “postgresql”, or set POSTGRES_BIN to the folder of initdb and postgres',
  present: () => findPostgres() !== null,
};

/**
 * The folder of `initdb` and `postgres`.
 *
 * @throws {Error} when there is none; a suite made by {@link describeWith} never gets here without one
 */
export function postgresPrograms(): string {
  const folder = findPostgres();
  if (folder === null) throw new Error(`PostgreSQL is missing: ${postgres.remedy}.`);
  return folder;
}

/** A Redis server's programs, `redis-server` and `redis-cli`. */
export const redis: Need = {
  name: 'Redis',
  remedy: 'install Debian’s package “redis-server”',
  present: () => onPath('redis-server') !== null && onPath('redis-cli') !== null,
};

/**
 * The program to start as Redis.
 *
 * @throws {Error} when there is none; a suite made by {@link describeWith} never gets here without one
 */
export function redisProgram(): string {
  const program = onPath('redis-server');
  if (program === null) throw new Error(`Redis is missing: ${redis.remedy}.`);
  return program;
}

/** An IMAP server that runs without an administrator's rights, on a port of the test's own. */
export const dovecot: Need = {
  name: 'Dovecot',
  remedy: 'install Debian’s package “dovecot-imapd”',
  present: () => isProgram(dovecotProgram),
};

/** Debian puts it where only an administrator's path looks. */
export const dovecotProgram = '/usr/sbin/dovecot';

/**
 * `describe` for a suite that needs something from outside. Where that is missing the suite is skipped, and the
 * summary says so by name; with `NACHRA_REQUIRE_ALL=1` (as on CI) the suite fails instead, because a check that
 * quietly stopped running is worse than a red one.
 *
 * @example describeWith([chromium])('the desk', () => { it('shows an issue', …) })
 */
export function describeWith(needs: readonly Need[]): (title: string, suite: () => void) => void {
  const missing = needs.filter((need) => !need.present());
  if (missing.length === 0) return (title, suite) => describe(title, suite);

  const reason = missing.map(({ name, remedy }) => `${name} is missing: ${remedy}`).join('; ');
  if (!requireAll()) return (title, suite) => describe.skip(`${title} [${reason}]`, suite);
  return (title) =>
    describe(title, () => {
      it('has what it needs', () => {
        throw new Error(`${reason}. NACHRA_REQUIRE_ALL=1 lets nothing be skipped.`);
      });
    });
}

/** Whether a skipped test is a failure in this run. */
export function requireAll(): boolean {
  return process.env.NACHRA_REQUIRE_ALL === '1';
}

function findChromium(): string | null {
  const wished = process.env.CHROMIUM_PATH;
  if (wished !== undefined && wished !== '') return isProgram(wished) ? wished : null;
  return onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** The first of these programs that is on the path. */
function onPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** Debian keeps each version in a folder of its own, away from the path. */
const debianFolder = '/usr/lib/postgresql';

function findPostgres(): string | null {
  const wished = process.env.POSTGRES_BIN;
  const hasBoth = (folder: string) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name)));
  if (wished !== undefined && wished !== '') return hasBoth(wished) ? wished : null;
  const debian = versionsIn(debianFolder).map((version) => join(debianFolder, String(version), 'bin'));
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...debian, ...path].find(hasBoth) ?? null;
}

function versionsIn(folder: string): number[] {
  try {
    const versions = readdirSync(folder).map(Number);
    return versions.filter((version) => version > 0).sort((a, b) => b - a);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
