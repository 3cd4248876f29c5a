import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedModules } from '../support/imports';
import { manifestOf, packPackages, published, type PackedPackages, type Published } from '../support/packed';
import { committedFiles, repositoryRoot } from '../support/repository';

let packed: PackedPackages;
beforeAll(async () => {
  packed = await packPackages();
});
afterAll(() => packed.close());

/** Where the compiler puts what a package is made of: sources by their folder, outputs by theirs. */
const built: Record<Published, [source: string, output: string][]> = {
  emails: [],
  renderer: [['renderer/src/', 'dist/']],
  delivery: [['delivery/src/', 'dist/']],
  'cms/plugin': [
    ['cms/plugin/server/src/', 'dist/cjs/server/src/'],
    ['cms/plugin/shared/', 'dist/cjs/shared/'],
    ['cms/plugin/admin/src/', 'dist/esm/admin/src/'],
    ['cms/plugin/shared/', 'dist/esm/shared/'],
  ],
};

/** Committed files of a package that are for whoever changes it. */
const forUs = /(^|\/)tsconfig\.json$|\.d\.ts$|^cms\/plugin\/write-open-api\.mjs$/;

/** What a tarball has to hold for each committed file of a package: the file, or what is made of it. */
function neededBy(folder: Published): string[] {
  const files = committedFiles().filter((file) => file.startsWith(`${folder}/`) && !forUs.test(file));
  return files.flatMap((file) => {
    const outputs = built[folder].filter(([source]) => file.startsWith(source));
    if (outputs.length === 0) return file.slice(folder.length + 1);
    return outputs.map(([source, output]) => output + file.slice(source.length).replace(/\.tsx?$/, '.js'));
  });
}

describe('the packages that are published', () => {
  it('are all but the root and the application', () => {
    const { workspaces } = manifestOf('') as unknown as { workspaces: string[] };
    const open = ['', ...workspaces].filter((folder) => manifestOf(folder).private !== true);
    expect(open).toEqual(published);
  });

  it.each(published)('%s says what it is, and what it needs exactly where it is ours', (folder) => {
    const manifest = manifestOf(folder);
    expect(manifest).toMatchObject({ license: 'MIT', description: expect.any(String) as string });
    expect(manifest.engines).toEqual((manifestOf('') as { engines: unknown }).engines);
    expect(manifest.scripts?.['prepack'] ?? '').toContain(folder === 'emails' ? '' : 'tsc -b');
    for (const needed of published) {
      const { name, version } = manifestOf(needed);
      expect([undefined, version]).toContain(manifest.dependencies?.[name]);
    }
  });

  it.each(published)('%s has in its tarball all that it is made of, and nothing for us alone', (folder) => {
    const files = packed.files(folder);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(neededBy(folder).filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => /\.map$|\.tsbuildinfo$|^(server|admin)?\/?src\//.test(file))).toEqual([]);
    expect(readFileSync(join(packed.at(folder), 'LICENSE'), 'utf8')).toBe(
      readFileSync(join(repositoryRoot, 'LICENSE'), 'utf8'),
    );
  });

  it.each(published)('%s exports and runs only what is in its tarball', (folder) => {
    const { main = [], types = [], bin = {}, exports = {} } = manifestOf(folder);
    // `source` is Strapi's, for those who have the repository: its own plugins name it and do not ship it.
    const exported = Object.values(exports).flatMap((target) =>
      typeof target === 'string'
        ? target
        : Object.entries(target).flatMap(([condition, path]) => (condition === 'source' ? [] : path)),
    );
    const named = [main, types, ...Object.values(bin), ...exported].flat();
    const files = packed.files(folder);
    const missing = named.filter((path) => {
      const [start = '', end = ''] = normalize(path).split('*');
      return !files.some((file) =>
        path.includes('*') ? file.startsWith(start) && file.endsWith(end) : file === start,
      );
    });
    expect(missing).toEqual([]);
  });

  it.each(published)('%s sends nobody in its README to a file that is not in its tarball', (folder) => {
    const readme = readFileSync(join(packed.at(folder), 'README.md'), 'utf8');
    const named = [...readme.matchAll(/`((?:dist|fonts|server|samples)\/[^`]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !packed.files(folder).includes(path))).toEqual([]);
  });

  it.each(published)('%s imports what it packs or declares', (folder) => {
    const { name, dependencies, peerDependencies } = manifestOf(folder);
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const files = new Set(packed.files(folder));
    const strays = [...files]
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) =>
        importedModules(file, readFileSync(join(packed.at(folder), file), 'utf8'))
          .map(({ specifier }) => specifier)
          .filter((specifier) => {
            if (specifier.startsWith('.')) {
              const path = join(dirname(file), specifier);
              return !['', '.js', '/index.js'].some((ending) => files.has(`${path}${ending}`));
            }
            if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return false;
            return ![...declared, name].some((known) => `${specifier}/`.startsWith(`${known}/`));
          })
          .map((specifier) => `${file}: ${specifier}`),
      );
    expect(strays).toEqual([]);
  });
});

describe('what was packed works outside the repository', () => {
  it('renders a sample with the packed templates', async () => {
    const nachra = join(packed.at('renderer'), 'bin/nachra.js');
    const sample = join(packed.at('emails'), 'samples/amanews-242.json');
    const out = join(packed.at('renderer'), 'out');
    expect(await packed.node([nachra, 'render', sample, '--out', out])).toMatchObject({ code: 0, error: '' });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('</html>');
    expect(readFileSync(join(out, 'index.txt'), 'utf8')).toContain('242');
  });

  it('starts the worker as far as its settings', async () => {
    const worker = join(packed.at('delivery'), 'bin/nachra-worker.js');
    const { code, error } = await packed.node([worker]);
    expect(code).toBe(1);
    expect(error).toContain('NACHRA_LINK_SECRET');
  });

  it('reads a returned mail’s usage, and makes a ledger with every migration', async () => {
    const bounce = join(packed.at('delivery'), 'bin/nachra-bounce.js');
    expect((await packed.node([bounce, '--help'])).out).toContain('Usage: nachra-bounce');
    const ledger = join(packed.at('delivery'), 'ledger.db');
    const script = `
      const { openLedger, listCampaigns } = require('@nachra/delivery');
      openLedger({ client: 'sqlite', filename: ${JSON.stringify(ledger)} })
        .then(async (ledger) => { await listCampaigns(ledger, {}); await ledger.close(); console.log('open'); });`;
    expect(await packed.node(['-e', script])).toMatchObject({ code: 0, out: 'open\n', error: '' });
  });

  it('gives Strapi the plugin: content types, its door, its previews and its settings', async () => {
    const script = `
      const plugin = require('@nachra/strapi-plugin-newsletter/strapi-server');
      const door = require('@nachra/strapi-plugin-newsletter');
      const { contentTypes } = plugin.default();
      console.log(JSON.stringify({ types: Object.keys(contentTypes).sort(), door: Object.keys(door).sort() }));`;
    const { out, error } = await packed.node(['-e', script]);
    expect(error).toBe('');
    const { types, door } = JSON.parse(out) as { types: string[]; door: string[] };
    expect(types).toEqual(
      expect.arrayContaining(['article', 'brand', 'issue', 'list', 'segment', 'subscriber']),
    );
    expect(door).toContain('newsletterSettingsSchema');
    expect(packed.files('cms/plugin')).toContain('server/assets/preview/shell.js');
  });
});
