import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedFiles } from '../support/imports';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { sourcesUnder } from '../support/wall';

/** A table of folders, with the folder that it lists: the last that stands above it. */
interface FolderTable {
  root: string;
  folders: string[];
}

function tablesIn(markdown: string): FolderTable[] {
  const found: FolderTable[] = [];
  let [root, table]: [string, FolderTable | null] = ['', null];
  for (const line of markdown.split('\n')) {
    const isRow = line.startsWith('|');
    if (!isRow) {
      table = null;
      root = sourceRoots.findLast((each) => line.includes(`\`${each}\``)) ?? root;
    } else if (/^\| folder\b/.test(line)) found.push((table = { root, folders: [] }));
    else if (table) table.folders.push(...(/^\| `([^`]+)\/`/.exec(line)?.slice(1) ?? []));
  }
  return found;
}

/** What a table says wrong of a folder: folders it does not know, or that are gone, and imports of those below. */
function faultsOf(folder: string, listed: readonly string[]): string[] {
  const sources = sourcesUnder(folder);
  const names = sources.map((file) => relative(folder, file).split(sep));
  const there = [...new Set(names.flatMap(([first = '', ...rest]) => (rest.length > 0 ? first : [])))];
  const folderOf = (file: string) => listed.indexOf(relative(folder, file).split(sep)[0] ?? '');
  const upwards = sources.flatMap((file) =>
    importedFiles(file)
      .filter((imported) => folderOf(file) >= 0 && folderOf(imported) > folderOf(file))
      .map((imported) => `${relative(folder, file)} imports ${relative(folder, imported)}`),
  );
  return [
    ...there.filter((name) => !listed.includes(name)).map((name) => `${name}/ is not listed`),
    ...listed.filter((name) => !there.includes(name)).map((name) => `${name}/ is not there`),
    ...upwards,
  ];
}

describe('the tables of docs/architecture.md', () => {
  const tables = tablesIn(readFileSync(join(repositoryRoot, 'docs/architecture.md'), 'utf8'));

  it('are those of the parts that a reader walks through', () => {
    expect(tables.map(({ root }) => root)).toEqual([
      ...['renderer/src', 'delivery/src', 'cms/plugin/server/src', 'cms/plugin/admin/src'],
    ]);
  });

  it.each(tables)('name every folder of $root, each importing only those before it', ({ root, folders }) => {
    expect(faultsOf(join(repositoryRoot, root), folders)).toEqual([]);
  });

  it('would not pass with a folder left out, one that is gone, or an import of one below', () => {
    const root = treeOf({
      'a/x.ts': `import '../b/y';`,
      'b/y.ts': `import type { X } from '../c/z';`,
      'c/z.ts': '',
      'index.ts': `import './a/x';`,
    });
    expect(faultsOf(root, ['c', 'b', 'a'])).toEqual([]);
    expect(faultsOf(root, ['c', 'a', 'd'])).toEqual(['b/ is not listed', 'd/ is not there']);
    expect(faultsOf(root, ['c', 'a', 'b'])).toEqual(['a/x.ts imports b/y.ts']);
  });

  it('are read by what stands above them', () => {
    const text = 'In `delivery/src`:\n\n| folder | holds |\n| --- | --- |\n| `a/` | x |\n| `b/` | `c/` |\n';
    expect(tablesIn(`${text}\n| package |\n| --- |\n| \`d/\` |\n`)).toEqual([
      { root: 'delivery/src', folders: ['a', 'b'] },
    ]);
  });
});
