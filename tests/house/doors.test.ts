import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starExportsOf, undocumentedExportsOf } from '../support/doors';
import { repositoryRoot } from '../support/repository';
import { doors } from '../support/source-roots';
import { treeOf } from '../support/tree-of';

/** What a door still exports whole. Exact: delete a line with what it names, and add none. */
const stillWhole: Partial<Record<(typeof doors)[number], string[]>> = {};

/** What a door still exports without a docstring. Exact, as above. */
const stillUndocumented: Partial<Record<(typeof doors)[number], string[]>> = {};

describe('a package’s door exports by name', () => {
  it.each(doors)('%s', (door) => {
    expect(starExportsOf(join(repositoryRoot, door))).toEqual(stillWhole[door] ?? []);
  });

  it('finds what is exported whole, under a name or not', () => {
    const root = treeOf({
      'index.ts': `export * from './a'; export * as b from './b'; export { c } from './c'; // export * from './d'`,
    });
    expect(starExportsOf(join(root, 'index.ts'))).toEqual(['./a', './b']);
  });
});

describe('everything that a door exports has a docstring where it is defined', () => {
  it.each(doors)('%s', (door) => {
    expect(undocumentedExportsOf(join(repositoryRoot, door))).toEqual(stillUndocumented[door] ?? []);
  });

  it('finds what has none, however it is exported', () => {
    const root = treeOf({
      'index.ts': `export * from './a'; export { b as renamed, type Told } from './b'; export const own = 1;`,
      'a.ts': `/** Says what it is. */\nexport const told = 1;\n// A comment is no docstring.\nexport const untold = 2;`,
      'b.ts': `export function b(): void {}\n/** Says what it is. */\nexport interface Told { x: 1 }`,
    });
    expect(undocumentedExportsOf(join(root, 'index.ts'))).toEqual(['b', 'own', 'untold']);
  });
});
