import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository';
import { doors, sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { unusedExports } from '../support/unused-exports';
import { sourcesUnder } from '../support/wall';

/** Entered by the package's name, so what they export is for others. */
const entered: readonly string[] = [...doors, 'cms/plugin/server/src/door.ts'];

/** Exports that nobody imports yet. Exact: delete a line with the export it names, and add none. */
const stillUnused: string[] = [];

describe('every export is imported by another file', () => {
  it('in this repository, except those still listed', () => {
    const sources = sourceRoots.flatMap((root) => sourcesUnder(join(repositoryRoot, root)));
    const users = ['tests', 'bench', 'cms/app/config'].flatMap((root) =>
      sourcesUnder(join(repositoryRoot, root)),
    );
    const found = unusedExports(repositoryRoot, sources, users, (path) => entered.includes(path));
    expect(found.sort()).toEqual([...stillUnused].sort());
  });

  /** What is unused in `a.ts`, when `b.ts` and `index.ts`, the door, stand beside it. */
  function unusedIn(a: string, b = '', door = ''): string[] {
    const root = treeOf({ 'a.ts': a, 'b.ts': b, 'index.ts': door });
    const sources = ['a.ts', 'index.ts'].map((file) => join(root, file));
    return unusedExports(root, sources, [join(root, 'b.ts')], (path) => path === 'index.ts');
  }

  const declared = `export const x = 1; export function f() {} export class C {} export type T = 1; export interface I {}`;

  it('finds values and types, also those that their own file uses', () => {
    expect(unusedIn(`${declared} const y = x; export { y as z };`)).toEqual(
      ['x', 'f', 'C', 'T', 'I', 'z'].map((name) => `a.ts: ${name}`),
    );
  });

  it.each([
    ['named imports', `import { x, f as g, C, type T, type I } from './a';`],
    ['the file as a whole', `import * as a from './a';`],
    ['a module asked for at run time', `const { x } = await import('./a.js');`],
    ['a module named in a type', `type A = typeof import('./a');`],
  ])('counts %s', (_how, text) => {
    expect(unusedIn(declared, text)).toEqual([]);
  });

  it('counts what the door passes on, and asks nothing of default exports', () => {
    expect(unusedIn(declared, '', `export { x, f, C, type T, type I } from './a';`)).toEqual([]);
    expect(unusedIn('export default function named() {}')).toEqual([]);
  });
});
