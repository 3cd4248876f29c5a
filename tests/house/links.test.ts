import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedFiles, repositoryRoot } from '../support/repository';

/** What a Markdown file says apart from its code: fences and spans become blank, lines stay where they are. */
function proseOf(markdown: string): string {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, ' ');
  return markdown
    .replaceAll(/^( *)(```+|~~~+)[^\n]*\n[^]*?^\1\2[ \t]*$/gm, blank)
    .replaceAll(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank);
}

/** The targets of a file's links and pictures, Markdown's and HTML's. */
function linksOf(markdown: string): string[] {
  const prose = proseOf(markdown);
  const patterns = [
    /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g,
    /^\[[^\]]+\]:\s*(\S+)/gm,
    /\s(?:href|src)="([^"]+)"/g,
  ];
  return patterns.flatMap((pattern) => [...prose.matchAll(pattern)].map(([, target = '']) => target));
}

/** A heading's anchor, as GitHub makes it: words in lower case joined by `-`, a repeated one numbered. */
function anchorsOf(markdown: string): Set<string> {
  const withoutFences = markdown.replaceAll(/^( *)(```+|~~~+)[^\n]*\n[^]*?^\1\2[ \t]*$/gm, '');
  const anchors = new Set<string>();
  for (const [, title = ''] of withoutFences.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)) {
    const slug = title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Why a link of a file leads nowhere; null when it leads somewhere, or out of the repository. */
function faultOf(file: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
  const at = join(repositoryRoot, found);
  if (!existsSync(at)) return `${file}: ${target} (there is no ${found})`;
  if (anchor === undefined) return null;
  if (statSync(at).isDirectory() || !found.endsWith('.md')) return `${file}: ${target} (no Markdown)`;
  return anchorsOf(readFileSync(at, 'utf8')).has(decodeURI(anchor))
    ? null
    : `${file}: ${target} (${found} has no such heading)`;
}

/** Names of a file or folder of this repository that a Markdown file has in backticks, and no globs or placeholders. */
function pathsIn(markdown: string): string[] {
  const withoutFences = markdown.replaceAll(/^( *)(```+|~~~+)[^\n]*\n[^]*?^\1\2[ \t]*$/gm, '');
  const path = /`((?:emails|renderer|delivery|cms|tests|bench|docs)\/[^\s`*<>{}$…]*)`/g;
  return [...withoutFences.matchAll(path)].map(([, named = '']) => named.replace(/\/$/, ''));
}

/** Named although it is not committed: what a run of the benchmark writes. */
const written = ['bench/results/render.json'];

describe('the documents', () => {
  const files = committedFiles().filter((path) => path.endsWith('.md'));

  it('are found', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'docs/README.md']));
  });

  it('have no link to a file or heading that is not there', () => {
    const faults = files.flatMap((file) =>
      linksOf(readFileSync(join(repositoryRoot, file), 'utf8')).map((target) => faultOf(file, target)),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it('name no file or folder that is not there', () => {
    const committed = committedFiles();
    const isThere = (path: string) =>
      written.includes(path) || committed.some((file) => file === path || file.startsWith(`${path}/`));
    const missing = files.flatMap((file) =>
      pathsIn(readFileSync(join(repositoryRoot, file), 'utf8'))
        .filter((path) => !isThere(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('are all in the index of docs/', () => {
    const index = linksOf(readFileSync(join(repositoryRoot, 'docs/README.md'), 'utf8'));
    const pages = files.filter((path) => /^docs\/(?!README)[^/]+$/.test(path)).map((path) => path.slice(5));
    expect(pages.filter((page) => !index.includes(page))).toEqual([]);
  });

  it('would not pass with a broken link, an unknown heading, or a link hidden in HTML', () => {
    const text =
      '[a](none.md) [b](README.md#licence) [c](README.md#none) <img src="none.png"> `[d](code.md)`\n```\n[e](fence.md)\n```\n';
    expect(linksOf(text)).toEqual(['none.md', 'README.md#licence', 'README.md#none', 'none.png']);
    const faults = linksOf(text).map((target) => faultOf('README.md', target));
    expect(faults.map((fault) => fault !== null)).toEqual([true, false, true, true]);
  });

  it('would not pass with the name of a file that is not there, and may name one by a pattern', () => {
    const text =
      '`cms/none.ts` `delivery/src/` `npx x docs/y` `tests/*.ts` `emails/<type>.hbs`\n```\n`docs/fence`\n```\n';
    expect(pathsIn(text)).toEqual(['cms/none.ts', 'delivery/src']);
  });

  it('are linked by GitHub’s anchors', () => {
    const text =
      '# A worker, by `hand`\n## States\n## States\n## N° 242: what is [printed](x.md)\n```\n# no\n```\n';
    expect([...anchorsOf(text)]).toEqual(['a-worker-by-hand', 'states', 'states-1', 'n-242-what-is-printed']);
  });
});
