import { basename, join, relative } from 'node:path';
import { publicPaths } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { pathsWrittenIn } from '../support/path-literals';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { sourcesUnder } from '../support/wall';

/** The first folder of each: `issues`, `unsubscribe`, `webhooks`. */
const folders = [...new Set(Object.values(publicPaths).flatMap((path) => path.split('/')[1] || []))];

const home = 'delivery/src/campaigns/links/public-links.ts';

/** Other routes, which have such names too: the desk's own, below `/newsletter`, and its pages in the admin. */
const others = ['cms/plugin/shared/endpoints.ts', 'cms/plugin/admin/src/plugin/plugin-id.ts'];

/** The renderer knows no installation: what it writes are samples, and the paths of its own preview. */
const roots = sourceRoots.filter((root) => !root.startsWith('renderer/'));

const writtenIn = (text: string) => pathsWrittenIn(join(treeOf({ 'a.ts': text }), 'a.ts'), folders);

describe('public addresses', () => {
  it('are made and matched in one file', () => {
    const found = roots
      .flatMap((root) => sourcesUnder(join(repositoryRoot, root)))
      .filter((file) => ![home, ...others].includes(relative(repositoryRoot, file)))
      .flatMap((file) => pathsWrittenIn(file, folders).map((path) => `${basename(file)}:${path}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['a route', `const route = { path: '/issues/:number' };`],
    ['an address', 'const url = `${publicUrl}/unsubscribe/${token}`;'],
    ['an address of no parameter', 'const url = `${publicUrl}/unsubscribe`;'],
    ['a regular expression', String.raw`const token = /^\/webhooks\/([a-z]+)$/;`],
    ['a sentence', `say('GET /metrics answers');`],
  ])('would be found elsewhere in %s', (_what, text) => {
    expect(writtenIn(text)).toHaveLength(1);
  });

  it('are not seen in imports, comments and other paths', () => {
    const text = `
      import { unsubscribe } from './unsubscribe';
      // GET /issues/242
      const file = '/var/lib/news/assets', page = '/unsubscribed', name = '/assets.json';`;
    expect(writtenIn(text)).toEqual([]);
  });
});
