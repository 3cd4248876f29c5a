import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './repository';

const run = promisify(execFile);

/** Folders of the packages that are published, each needing only those before it. */
export const published = ['emails', 'renderer', 'delivery', 'cms/plugin'] as const;
export type Published = (typeof published)[number];

/** The parts of a `package.json` that the tests read. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  description?: string;
  engines?: { node?: string };
  main?: string;
  types?: string;
  bin?: Record<string, string>;
  exports?: Record<string, string | Record<string, string>>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The `package.json` of a folder of this repository; of the root with `''`. */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8')) as Manifest;
}

/** A folder outside the repository with what `npm install` would make of the published packages. */
export interface PackedPackages {
  /** Where a package was unpacked. */
  at(folder: Published): string;
  /** Files of a package, by path below it, without those of its `node_modules`. */
  files(folder: Published): string[];
  /** Runs Node.js in the folder, with no variable of this process but `PATH`. A failure is an answer. */
  node(args: string[], env?: Record<string, string>): Promise<{ code: number; out: string; error: string }>;
  close(): Promise<void>;
}

/**
 * Packs what was built and unpacks it, without a registry: packages of others are links to those of the repository. Each
 * package finds those that it declares and no more. npm's own scripts are left out, because another test reads `dist/` now.
 */
export async function packPackages(): Promise<PackedPackages> {
  const root = await mkdtemp(join(tmpdir(), 'nachra-packed-'));
  const at = (folder: Published) => join(root, 'node_modules', manifestOf(folder).name);
  const workspaces = published.flatMap((folder) => ['--workspace', folder]);
  const pack = ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', root, ...workspaces];
  const { stdout } = await run('npm', pack, { cwd: repositoryRoot, maxBuffer: 64 * 1024 * 1024 });
  const tarballs = JSON.parse(stdout) as { name: string; filename: string }[];
  const unpacked = new Map<Published, string[]>();
  for (const folder of published) {
    const { name } = manifestOf(folder);
    const tarball = tarballs.find((packed) => packed.name === name);
    if (!tarball) throw new Error(`npm packed no ${name}`);
    mkdirSync(at(folder), { recursive: true });
    await run('tar', ['-xzf', join(root, tarball.filename), '--strip-components=1', '-C', at(folder)]);
    const entries = await readdir(at(folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    unpacked.set(
      folder,
      files.map((file) => join(file.parentPath, file.name).slice(at(folder).length + 1)).sort(),
    );
    linkDependencies(folder, at(folder));
  }
  return {
    at,
    files: (folder) => unpacked.get(folder) ?? [],
    async node(args, env = {}) {
      const options = { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...env } };
      return run(process.execPath, args, options).then(
        ({ stdout: out, stderr: error }) => ({ code: 0, out, error }),
        (failure: { code: number; stdout: string; stderr: string }) => ({
          code: failure.code,
          out: failure.stdout,
          error: failure.stderr,
        }),
      );
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

/** Links what a package declares, from where npm put it for that package: its own `node_modules`, or the root's. */
function linkDependencies(folder: Published, unpacked: string): void {
  const { dependencies, peerDependencies } = manifestOf(folder);
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    if (name.startsWith('@nachra/')) continue;
    const installed = [join(repositoryRoot, folder), repositoryRoot]
      .map((place) => join(place, 'node_modules', name))
      .find((place) => existsSync(place));
    if (installed === undefined) throw new Error(`${name} is not installed. Run \`npm ci\`.`);
    const link = join(unpacked, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(installed, link);
  }
}
