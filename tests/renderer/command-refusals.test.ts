import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';
import { aFolder, nachra } from './nachra';

const folder = aFolder();
const sample = 'emails/samples/amanews-242.json';

/** N° 242 with the last figure of one row left out. */
function shortRow(): { issue: unknown; path: string } {
  const issue = amanews242();
  const at = issue.sections.findIndex(({ type }) => type === 'dashboard');
  const section = issue.sections[at];
  if (section?.type === 'dashboard') section.dashboard.groups[1]?.indicators[0]?.values.pop();
  return { issue, path: `sections[${at}].dashboard.groups[1].indicators[0].values` };
}
const short = shortRow();

/** Lists inside lists as JSON text, since an object so deep cannot be made into text. */
const deepList = (levels: number) =>
  `${'{"type":"list","format":"unordered","children":['.repeat(levels)}{"type":"list-item","children":[{"type":"text","text":"x"}]}${']}'.repeat(levels)}`;

describe.concurrent('nachra refuses, with exit code 2 and without writing anything,', () => {
  it.each<[what: string, content: unknown, words: string]>([
    [
      'a missing title',
      anIssue({ masthead: { title: undefined as never } }),
      'masthead.title: expected text, but the field is missing',
    ],
    [
      'an unknown section',
      anIssue({ sections: [{ type: 'horoscope' } as never] }),
      'sections[0].type: expected one of "articles", "dashboard", "agenda", "text", "quote", "image", "links"',
    ],
    [
      'a row with too few values',
      short.issue,
      `${short.path}: expected 5 values, one for each period, in the row “Nombre de points de vente/Rural”, got 4`,
    ],
    [
      'an image without an address',
      anIssue({ sections: [{ type: 'image', image: { alt: 'x' } as never }] }),
      'sections[0].image.src: expected text, but the field is missing',
    ],
    [
      'a list two thousand deep',
      JSON.stringify(anIssue({ sections: [{ type: 'text', body: ['@'] } as never] })).replace('"@"', () =>
        deepList(2_000),
      ),
      '(root): expected nesting of at most 64 levels',
    ],
    [
      'a list eleven deep',
      anIssue({ sections: [{ type: 'text', body: [JSON.parse(deepList(11))] } as never] }),
      'sections[0].body[0]: expected nesting of at most 10 levels',
    ],
    [
      'nothing but brackets',
      '['.repeat(500_000) + ']'.repeat(500_000),
      '(root): expected nesting of at most',
    ],
    [
      'a title of a megabyte',
      anIssue({ masthead: { title: 'x'.repeat(1_000_000) } }),
      'masthead.title: expected at most 10000 characters',
    ],
    ['a file of 17 MB', `"${'x'.repeat(17 * 2 ** 20)}"`, 'at most 16 are read'],
    ['a list', [], '(root): expected an object, got a list'],
    ['an empty file', '', 'is not JSON'],
    ['half a file', '{"masthead":', 'is not JSON'],
  ])('%s, and names the field and what was expected', async (what, content, words) => {
    const name = what.replaceAll(' ', '-');
    const file = folder.write(`${name}.json`, content);
    const out = folder.path(name);
    const { status, stdout, stderr } = await nachra('render', file, '--out', out);
    expect(stderr).toContain(words);
    expect(stderr).toContain(file);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ status, stdout, wrote: existsSync(out) }).toEqual({ status: 2, stdout: '', wrote: false });
  });

  it('an issue to compare with that is not valid, and names that file', async () => {
    const previous = folder.write('previous.json', []);
    const { status, stderr } = await nachra('check', sample, '--previous', previous);
    expect(stderr).toContain(`${previous} is not a valid issue`);
    expect(stderr).not.toContain(sample);
    expect(status).toBe(2);
  });

  it('a directory that is a file', async () => {
    const out = folder.write('file', 'mine');
    const { status, stderr } = await nachra('render', sample, '--out', out);
    expect(stderr).toContain(`nachra: Cannot write to ${out} (`);
    expect(stderr).toContain('Give --out a directory that you may write to.');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });

  it('a directory in which a file cannot be written', async () => {
    const out = folder.path('taken');
    mkdirSync(join(out, 'report.json'), { recursive: true });
    writeFileSync(join(out, 'index.html'), 'mine');
    const { status, stderr } = await nachra('render', sample, '--out', out);
    expect(stderr).toContain('report.json is a directory');
    expect(status).toBe(2);
    expect(readdirSync(out).filter((name) => name !== 'assets')).toEqual(['index.html', 'report.json']);
  });
});

describe.concurrent('nachra exits with 2', () => {
  it.each<[what: string, args: string[], words: RegExp]>([
    [
      'a file that does not exist',
      ['check', '/nowhere/issue.json'],
      /\/nowhere\/issue\.json cannot be read \(ENOENT/,
    ],
    ['a folder instead of a file', ['check', 'emails'], /emails cannot be read \(EISDIR/],
    ['no file at all', ['check'], /missing required argument 'file'/],
    ['an unknown command', ['dispatch'], /unknown command 'dispatch'/],
    ['no command', [], /Usage: nachra/],
    ['no output directory', ['render', sample], /required option '--out <directory>'/],
    ['an unknown option', ['check', sample, '--fast'], /unknown option '--fast'/],
    ['too many files', ['check', sample, sample], /too many arguments/],
  ])('for %s', async (_, args, words) => {
    const { status, stdout, stderr } = await nachra(...args);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
