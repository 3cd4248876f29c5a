import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn } from '../support/circles';
import { importedModules } from '../support/imports';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { breachesOf, filesUnder } from '../support/wall';

/** What the wall says about a small tree of packages. */
function breachesIn(files: Record<string, string>): string[] {
  return breachesOf(treeOf(files)).map(({ place, reason }) => `${place}: ${reason}`);
}

describe('imports run one way: emails ← renderer ← delivery ← cms/plugin ← cms/app', () => {
  it('holds in this repository', () => {
    expect(breachesOf(repositoryRoot)).toEqual([]);
  });

  it('lets a package import those before it', () => {
    const upstream = {
      'renderer/src/a.ts': `const door = require.resolve('@nachra/emails/package.json');`,
      'delivery/src/a.ts': `import { personalise } from '@nachra/renderer';`,
      'cms/plugin/server/src/a.ts': `import { openLedger } from '@nachra/delivery'; import type { Core } from '@strapi/strapi';`,
      'cms/plugin/package.json': `{ "dependencies": { "@nachra/renderer": "0.1.0", "@strapi/strapi": "5.54.0" } }`,
    };
    expect(breachesIn(upstream)).toEqual([]);
  });

  const against: [how: string, path: string, text: string][] = [
    ['an import', 'renderer/src/a.ts', `import { openLedger } from '@nachra/delivery';`],
    ['an import of types', 'renderer/src/a.ts', `import type { Ledger } from '@nachra/delivery';`],
    ['an import for its effect', 'delivery/src/a.ts', `import '@nachra/cms';`],
    ['a dynamic import', 'delivery/src/a.ts', `export const cms = () => import('@nachra/cms');`],
    ['a type that names a module', 'delivery/src/a.ts', `export type Desk = import('@nachra/cms').Desk;`],
    ['a require', 'renderer/src/a.js', `const delivery = require('@nachra/delivery');`],
    ['an old-style import', 'renderer/src/a.ts', `import delivery = require('@nachra/delivery');`],
    ['an export from', 'renderer/src/a.ts', `export * from '@nachra/delivery';`],
    ['a resolve', 'renderer/src/a.ts', `const path = require.resolve('@nachra/delivery/package.json');`],
    [
      'the plugin in the delivery',
      'delivery/src/a.ts',
      `import { uids } from '@nachra/strapi-plugin-newsletter';`,
    ],
    [
      'the application in its plugin',
      'cms/plugin/server/src/a.ts',
      `import { x } from '../../../app/src/settings';`,
    ],
    ['the plugin by a path', 'cms/app/src/a.ts', `import { x } from '../../plugin/server/src/settings';`],
    ['a relative path', 'renderer/src/a.ts', `import { x } from '../../delivery/src';`],
    ['a dependency', 'renderer/package.json', `{ "dependencies": { "@nachra/delivery": "0.1.0" } }`],
    [
      'a development dependency',
      'delivery/package.json',
      `{ "devDependencies": { "@nachra/cms": "0.1.0" } }`,
    ],
    ['a door passed by', 'delivery/src/a.ts', `import { x } from '@nachra/renderer/dist/render';`],
    ['Strapi in the delivery', 'delivery/src/a.ts', `import { errors } from '@strapi/utils';`],
    ['Strapi as a dependency', 'renderer/package.json', `{ "dependencies": { "@strapi/strapi": "5.54.0" } }`],
    ['the network in the renderer', 'renderer/src/a.ts', `import { get } from 'node:https';`],
    ['the network elsewhere in its command', 'renderer/src/cli/a.ts', `import { get } from 'node:https';`],
    ['the network by way of the command', 'renderer/src/a.ts', `import { ask } from './cli/ask-network';`],
    ['the network elsewhere in its preview', 'renderer/src/preview/a.ts', `import { get } from 'node:http';`],
    ['a port by way of the preview', 'renderer/src/a.ts', `import { serve } from './preview/server/serve';`],
    ['a program in emails', 'emails/helpers/date.ts', `export const date = 1;`],
    ['a script in emails', 'emails/build.mjs', ``],
  ];
  it.each(against)('finds %s', (_how, path, text) => {
    expect(breachesIn({ [path]: text })).toEqual([expect.stringContaining(path)]);
  });

  it('ignores imports in comments and strings', () => {
    const text = `// import '@nachra/cms'\nexport const hint = "import '@nachra/cms'";`;
    expect(breachesIn({ 'renderer/src/a.ts': text })).toEqual([]);
  });
});

describe('delivery knows the edition and not how it is rendered', () => {
  it('imports nothing from the renderer that renders or parses an issue', () => {
    const taken = filesUnder(join(repositoryRoot, 'delivery'))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => importedModules(file, readFileSync(file, 'utf8')))
      .filter(({ specifier }) => specifier === '@nachra/renderer')
      .flatMap(({ names }) => names);
    expect(
      taken.filter((name) =>
        /issue|render|page|(?<!^edition|^asset|^finding|^language)schema|dashboard|section/i.test(name),
      ),
    ).toEqual([]);
  });
});

describe('no files import each other in a circle', () => {
  it.each(sourceRoots)('in %s', (folder) => {
    expect(circlesIn(join(repositoryRoot, folder))).toEqual([]);
  });

  it('counts types: a circle of nothing else is found', () => {
    const root = treeOf({
      'a.ts': `import type { B } from './b'; export type A = B;`,
      'b.ts': `export * from './c';`,
      'c/index.ts': `import('../a'); export type B = 1;`,
      'd.ts': `import './b';`,
    });
    expect(circlesIn(root)).toEqual(['a.ts → b.ts → c/index.ts → a.ts']);
  });
});
