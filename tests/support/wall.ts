import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { importedModules, type ImportedModule } from './imports';

/** The packages from the reader's end to the editor's: each may import those before it, none of those after it. */
export const packages = ['emails', 'renderer', 'delivery', 'cms/plugin', 'cms/app'] as const;
export type Package = (typeof packages)[number];

/** What each is imported by. */
const packageNames: Record<Package, string> = {
  emails: '@nachra/emails',
  renderer: '@nachra/renderer',
  delivery: '@nachra/delivery',
  'cms/plugin': '@nachra/strapi-plugin-newsletter',
  'cms/app': '@nachra/cms',
};

/** A place where the wall is broken: `delivery/src/x.ts:3`, and why that is not allowed. */
export interface Breach {
  place: string;
  reason: string;
}

const ignoredFolders = new Set(['node_modules', 'dist', 'build', '.cache', '.strapi', '.tmp', 'data']);
const programs = /\.(?:[cm]?[jt]sx?)$/;
/** What a pure renderer has no use for. Its command line reads and writes files, so `node:fs` is not among them. */
const outside = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'child_process',
  'worker_threads',
  'cluster',
]);

/** The one file of the renderer's command line that asks the network, for `nachra check --reach`; the library never loads it. */
const asksNetwork = 'renderer/src/cli/ask-network.ts';
/** The files of the command line that listen on a port of this machine, for `nachra preview`; the library never loads them. */
const listens = ['renderer/src/preview/server/serve.ts', 'renderer/src/preview/server/hosts.ts'];
const commandLine = /^renderer\/src\/(?:cli|preview\/server)\//;

/**
 * Checks the one-way wall `emails ← renderer ← delivery ← cms/plugin ← cms/app` over a tree of packages.
 *
 * @param root folder that holds the packages; one that is missing is passed over
 * @see docs/adr/0001-one-way-imports.md
 */
export function breachesOf(root: string): Breach[] {
  return packages.flatMap((owner) => {
    const files = existsSync(join(root, owner)) ? filesUnder(join(root, owner)) : [];
    return files.flatMap((file) => breachesOfFile(root, owner, file));
  });
}

/** All files of a package that people write: no installed, built or uploaded ones. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // Strapi's folder of uploads; the plugin's folder of public pages has the same name and is ours.
    if (ignoredFolders.has(entry.name) || path.endsWith(join('cms', 'app', 'public'))) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** The TypeScript files of a package. */
export function sourcesUnder(folder: string): string[] {
  return filesUnder(folder).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

function breachesOfFile(root: string, owner: Package, file: string): Breach[] {
  const place = placeOf(root, file);
  if (file.endsWith(`${sep}package.json`))
    return breachesOfManifest(owner, place, readFileSync(file, 'utf8'));
  if (!programs.test(file)) return [];
  if (owner === 'emails') return [{ place, reason: 'emails holds what a reader sees, and no program' }];
  return importedModules(file, readFileSync(file, 'utf8')).flatMap((imported) => {
    const reason = whyForbidden(root, owner, file, imported);
    return reason === null ? [] : [{ place: `${place}:${imported.line}`, reason }];
  });
}

function breachesOfManifest(owner: Package, place: string, text: string): Breach[] {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  return kinds
    .flatMap((kind) => Object.keys((manifest[kind] as Record<string, string> | undefined) ?? {}))
    .flatMap((name) => {
      const reason = whyForbiddenPackage(owner, name);
      return reason === null ? [] : [{ place, reason }];
    });
}

function whyForbidden(
  root: string,
  owner: Package,
  file: string,
  { specifier }: ImportedModule,
): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const target = placeOf(root, resolve(dirname(file), specifier));
    const meant = `${placeOf(root, resolve(dirname(file), specifier))}.ts`;
    const isLibrary = !commandLine.test(placeOf(root, file));
    if (isLibrary && [asksNetwork, ...listens].includes(meant)) {
      return `${specifier}: only the command line reaches the network`;
    }
    if (target === owner || target.startsWith(`${owner}/`)) return null;
    return `${specifier} leaves the package; another package is entered by its name`;
  }
  const deep = /^@nachra\/([\w-]+)\/(.+)$/.exec(specifier);
  if (deep !== null && deep[1] !== 'emails' && deep[2] !== 'package.json') {
    return `${specifier} passes by the public door of @nachra/${deep[1]}`;
  }
  if (
    owner === 'renderer' &&
    ![asksNetwork, ...listens].includes(placeOf(root, file)) &&
    isBuiltin(specifier) &&
    outside.has(specifier.replace(/^node:/, '').split('/')[0] ?? '')
  ) {
    return `${specifier}: the renderer is pure, it reaches no network and starts no process`;
  }
  return whyForbiddenPackage(owner, specifier);
}

function whyForbiddenPackage(owner: Package, name: string): string | null {
  const target = packages.find(
    (each) => name === packageNames[each] || name.startsWith(`${packageNames[each]}/`),
  );
  if (target !== undefined && packages.indexOf(target) >= packages.indexOf(owner)) {
    return `${owner} imports ${name}, against ${packages.join(' ← ')}`;
  }
  if (!owner.startsWith('cms/') && /^(?:@strapi\/|strapi(?:\/|$))/.test(name))
    return `${name}: only the CMS knows Strapi`;
  return null;
}

function placeOf(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}
