import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';

describe('nachra', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nachra-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function nachra(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['renderer/bin/nachra.js', ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
  function file(name: string, content: unknown): string {
    const at = path.join(folder, name);
    writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
    return at;
  }

  it('renders N° 242 into four files', () => {
    const out = path.join(folder, 'out');
    const { status, stdout } = nachra('render', 'emails/samples/amanews-242.json', '--out', out);
    expect(status).toBe(0);
    expect(stdout).toContain('date-outside-period');
    for (const name of ['index.html', 'index.txt', 'issue.mjml', 'report.json'])
      expect(readdirSync(out)).toContain(name);
    const report = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8')) as Record<string, unknown>;
    expect(report).toMatchObject({
      subject: 'AMANEWS N° 242',
      slots: ['address', 'unsubscribeUrl', 'viewUrl'],
    });
    expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toContain('salma@example.test');
  });

  it('finds the meeting that is dated a year too early', () => {
    const { status, stdout } = nachra('check', 'emails/samples/amanews-242.json');
    expect(status).toBe(0);
    expect(stdout).toContain('sections[1].articles[1].date');
    expect(stdout).toContain('23 juin 2022');
  });

  it('answers 1 when a finding is an error', () => {
    const issue = anIssue({
      sections: [
        {
          type: 'articles',
          heading: 'Agenda',
          articles: [{ kind: 'event', title: 'Foire', start: '2023-05-09', end: '2023-05-02', body: [] }],
        },
      ],
    });
    const { status, stdout } = nachra('check', file('backwards.json', issue));
    expect(stdout).toContain('event-ends-before-start');
    expect(status).toBe(1);
  });

  it('prints the JSON Schema of an issue', () => {
    const { status, stdout } = nachra('schema');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['masthead', 'sections']) as unknown,
    });
  });

  const whole = amanews242();
  const dashboardAt = whole.sections.findIndex(({ type }) => type === 'dashboard');
  const shortRow = structuredClone(whole) as unknown as {
    sections: Record<string, { groups: { indicators: { values: number[] }[] }[] }>[];
  };
  shortRow.sections[dashboardAt]?.['dashboard']?.groups[0]?.indicators[0]?.values.pop();

  it.each<[what: string, content: unknown, place: string, expected: RegExp]>([
    [
      'a missing title',
      anIssue({ masthead: { title: undefined as never } }),
      'masthead.title',
      /expected|text/i,
    ],
    [
      'an unknown section',
      anIssue({ sections: [{ type: 'horoscope' } as never] }),
      'sections[0].type',
      /articles/,
    ],
    [
      'a row with too few values',
      shortRow,
      `sections[${dashboardAt}].dashboard.groups[0].indicators[0].values`,
      /5/,
    ],
    [
      'an image without address',
      anIssue({ sections: [{ type: 'image', image: { alt: 'x' } as never }] }),
      'sections[0].image.src',
      /https|address/i,
    ],
    [
      'a link that runs script',
      anIssue({
        sections: [{ type: 'links', heading: 'x', links: [{ label: 'x', url: 'javascript:alert(1)' }] }],
      }),
      'sections[0].links[0].url',
      /https/,
    ],
    ['something that is no issue', [], '', /expected|object/i],
  ])('refuses %s: says where and what was expected, and writes nothing', (what, content, place, expected) => {
    const out = path.join(folder, `none-${what.replaceAll(' ', '-')}`);
    const { status, stderr } = nachra(
      'render',
      file(`${what.replaceAll(' ', '-')}.json`, content),
      '--out',
      out,
    );
    expect(status).toBe(2);
    expect(stderr).toContain(place);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['not JSON', ['render', 'FILE:{"masthead":', '--out', 'OUT'], /is not JSON/],
    ['no file', ['check', '/nowhere/issue.json'], /cannot be read/],
    ['no such command', ['dispatch'], /unknown command/],
    ['no directory', ['render', 'emails/samples/amanews-242.json'], /--out/],
    [
      'a directory that cannot be',
      ['render', 'emails/samples/amanews-242.json', '--out', 'package.json/out'],
      /nachra:/,
    ],
  ])('answers 2 for %s', (_, given, words) => {
    const args = given.map((arg) =>
      arg.startsWith('FILE:')
        ? file('broken.json', arg.slice(5))
        : arg === 'OUT'
          ? path.join(folder, 'nothing')
          : arg,
    );
    const { status, stderr } = nachra(...args);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});
