import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const here = (file) => new URL(file, import.meta.url);
const require = createRequire(new URL('../../renderer/dist/index.js', import.meta.url));

/**
 * The other engines on the content of an issue. Each gets the finished view, with typography and figures done, so that it
 * has less to do than our renderer. If they are not installed, the list is empty and a message says how to install them.
 *
 * @param edition our own; the text of theirs has to be the same
 */
export async function openPeers(issue, edition) {
  if (!existsSync(here('node_modules'))) {
    process.stderr.write('Without react-email and Maizzle: npm ci --prefix bench/peers installs them.\n');
    return [];
  }
  const { issueView } = require('./view/issue-view.js');
  const { builtInTheme } = require('./view/emails/theme.js');
  const view = issueView(issue, edition.slots.nonce, builtInTheme(), null);
  const { renderWithReactEmail } = await import('./react-email/render.mjs');
  const { styleSheet } = await import('./react-email/styles.mjs');
  const { renderWithMaizzle } = await import('./maizzle.mjs');
  const engines = [
    { name: 'react-email', package: 'react-email', render: () => renderWithReactEmail(view) },
    {
      name: 'Maizzle',
      package: '@maizzle/framework',
      render: () => renderWithMaizzle(view, styleSheet(view.palette)),
    },
  ];
  const ours = textOf(edition.html);
  return Promise.all(
    engines.map(async ({ name, package: dependency, render }) => {
      const html = await render();
      const { version } = JSON.parse(readFileSync(here(`node_modules/${dependency}/package.json`), 'utf8'));
      return { name, version, bytes: Buffer.byteLength(html), sameText: textOf(html) === ours, render };
    }),
  );
}

/** The visible text, without spaces and without the reader's address. */
function textOf(html) {
  const { load } = require('cheerio');
  const page = load(html);
  page('head, [style*="display:none"]:not(.phone)').remove();
  return page('body')
    .text()
    .replace(/S[0-9a-f]{20}_address_htmlS|reader@example\.test/g, '')
    .replace(/[\s\p{Cf}\u034f]+/gu, '');
}
