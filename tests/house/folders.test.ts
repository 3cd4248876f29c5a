import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderCirclesIn } from '../support/folder-circles';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { sourcesUnder } from '../support/wall';

/** Circles that are still to be untied, by package. Exact: delete a line with the circle it names, and add none. */
const stillTied: string[] = [];

/** Folders of one file that are still to join another. Exact, as above. */
const stillAlone: string[] = [];

/** Folders that Strapi looks into by their name. */
const givenByStrapi = /^cms\/(?:app\/)?src\/(?:middlewares|extensions\/[^/]+)$/;

describe('no folders import each other in a circle', () => {
  it('in this repository, except those still listed', () => {
    const found = sourceRoots.flatMap((root) =>
      folderCirclesIn(join(repositoryRoot, root)).map(
        (circle) => `${root.split('/')[0]}: ${circle.replace(/^.*: /, '')}`,
      ),
    );
    expect(found.sort()).toEqual([...stillTied].sort());
  });

  const tied: [what: string, files: Record<string, string>, circles: string[]][] = [
    [
      'two folders that import each other',
      { 'a/x.ts': `import '../b/y';`, 'b/z.ts': `import type { X } from '../a/x';`, 'b/y.ts': '' },
      ['a ↔ b'],
    ],
    [
      'three folders in a ring',
      {
        'a/x.ts': `import '../b/x';`,
        'b/x.ts': `export * from '../c/x';`,
        'c/y.ts': `import '../a/y';`,
        'c/x.ts': '',
        'a/y.ts': '',
      },
      ['a → b → c → a'],
    ],
    [
      'folders at any depth',
      {
        'a/b/c/x.ts': `import '../d/x';`,
        'a/b/d/x.ts': `import type { X } from '../c/y';`,
        'a/b/c/y.ts': '',
      },
      ['a/b: c ↔ d'],
    ],
    [
      'a file and the folder beside it',
      { 'rule.ts': `import './rules/one';`, 'rules/two.ts': `import '../rule';`, 'rules/one.ts': '' },
      ['rule.ts ↔ rules'],
    ],
    [
      'a circle through the door of a folder',
      { 'a/index.ts': `export { x } from './x';`, 'a/x.ts': `import '../b/x';`, 'b/x.ts': `import '../a';` },
      ['a ↔ b'],
    ],
  ];
  it.each(tied)('finds %s', (_what, files, circles) => {
    expect(folderCirclesIn(treeOf(files))).toEqual(circles);
  });

  it('allows one file above a folder and another below it, and a door that imports everything', () => {
    const root = treeOf({
      'index.ts': `export * from './check'; export * from './rules/one';`,
      'check.ts': `import './rules/one';`,
      'rules/one.ts': `import '../rule';`,
      'rule.ts': '',
    });
    expect(folderCirclesIn(root)).toEqual([]);
  });
});

/** Folders that hold one source file and nothing else. */
function loneFilesIn(root: string): string[] {
  const folders = new Set(sourcesUnder(root).map((file) => dirname(file)));
  return [...folders]
    .filter((folder) => folder !== root && readdirSync(folder).length === 1)
    .map((folder) => relative(root, folder));
}

describe('no folder holds a single file', () => {
  it('in this repository, except those still listed', () => {
    const found = sourceRoots.flatMap((root) =>
      loneFilesIn(join(repositoryRoot, root)).map((folder) => `${root}/${folder}`),
    );
    expect(found.filter((folder) => !givenByStrapi.test(folder)).sort()).toEqual([...stillAlone].sort());
  });

  it('finds a lone file, and not one beside a folder or a style sheet', () => {
    const root = treeOf({
      'a/x.ts': '',
      'b/x.ts': '',
      'b/x.css': '',
      'c/x.ts': '',
      'c/d/x.ts': '',
      'c/d/y.ts': '',
    });
    expect(loneFilesIn(root)).toEqual(['a']);
  });
});
