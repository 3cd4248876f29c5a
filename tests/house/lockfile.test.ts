import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository';

interface Locked {
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  link?: boolean;
  engines?: { node?: string };
  gypfile?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages);

/** The oldest Node.js of each line that `engines` of this repository promises. */
const promised = ['20.19.0', '22.13.0', '24.0.0'];

describe('what package-lock.json installs', () => {
  it.each(promised)('asks for nothing that Node.js %s has not, unless it is left out there', (node) => {
    const asking = locked
      .filter(([, { optional, engines }]) => !optional && !satisfies(node, engines?.node ?? '*'))
      .map(([place, { engines }]) => `${place} asks for ${engines?.node}`);
    expect(asking).toEqual([]);
  });

  it('has one better-sqlite3, ours, which binds each of the two real ones to the Node.js that it runs on', () => {
    const places = locked
      .map(([place]) => place)
      .filter((place) => /\/better-sqlite3(?:$|-)/.test(`/${place}`));
    expect(places).toEqual([
      'node_modules/@types/better-sqlite3',
      'node_modules/better-sqlite3',
      'node_modules/better-sqlite3-12',
      'node_modules/better-sqlite3-13',
      'node_modules/better-sqlite3-on-node-20',
    ]);
    expect(packages['node_modules/better-sqlite3']).toMatchObject({ link: true, resolved: 'sqlite' });
    // A copy, not a link: `.npmrc` has `install-links`. npm 10 would build what a link leads to on any Node.js.
    expect(packages['node_modules/better-sqlite3-on-node-20']).toMatchObject({
      optional: true,
      resolved: 'file:sqlite/node-20',
      engines: { node: '^20.19.0' },
    });
    expect(packages['node_modules/better-sqlite3-13']).toMatchObject({
      optional: true,
      engines: { node: '>=22' },
    });
  });

  it('compiles nothing on Node.js 22 and later', () => {
    // npm forgets it whenever it writes the lockfile: `npm run lock` puts it back.
    expect(packages['node_modules/better-sqlite3-13']?.gypfile).toBe(false);
  });

  it('counts the mailbox of the demo among what only developers need', () => {
    expect(packages['node_modules/maildev']?.dev).toBe(true);
    expect(packages['node_modules/fastify']?.dev).toBe(true);
  });
});

describe('an installation that lacks something', () => {
  /** Runs a file of this repository in a folder where there is nothing else. */
  const alone = (file: string, ...args: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'nachra-alone-'));
    try {
      copyFileSync(join(repositoryRoot, file), join(folder, 'alone.js'));
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'alone.js'), ...args]);
      return { status, said: stderr.toString() };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('says what to run where nothing was built', () => {
    const { status, said } = alone('cms/app/run.js', 'demo', '--once');
    expect(status).toBe(1);
    expect(said.trim()).toBe(
      '✗ Nachra is not built here. Run `npm ci` (without --ignore-scripts), then this command again.',
    );
  });

  it('says what to run where SQLite was installed for another Node.js', () => {
    const { status, said } = alone('sqlite/index.js');
    expect(status).toBe(1);
    expect(said).toContain(
      `SQLite is not installed for this Node.js (${process.version}). Run \`npm ci\` with it`,
    );
  });
});
