import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueJsonSchema, parseIssue, personalise, renderIssue, sampleReader } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';
import { written } from './written';
import { aFolder, nachra } from './nachra';

const folder = aFolder();
const sample = 'emails/samples/amanews-242.json';
/** A fair that ends before it begins: an error of the preflight, not invalid input. */
const backwards = anIssue({
  sections: [
    {
      type: 'articles',
      articles: [{ kind: 'event', title: 'Foire', start: '2023-05-09', end: '2023-05-02', body: [] }],
    },
  ],
});

describe.concurrent('nachra render', () => {
  it('writes N° 242: HTML, text, MJML, pictures, and a report', async () => {
    const out = folder.path('new/folder');
    const { status, stdout, stderr } = await nachra('render', sample, '--out', out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('date-outside-period');
    expect(readdirSync(out).sort()).toEqual([
      'assets',
      'index.html',
      'index.txt',
      'issue.mjml',
      'report.json',
    ]);

    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    const edition = await renderIssue(parseIssue(amanews242()), {
      images: { mode: 'linked', assetBase: 'assets' },
    });
    const { html, text } = personalise(edition, sampleReader('fr'));
    expect(read('index.html')).toBe(html);
    expect(read('index.txt')).toBe(text);
    expect(read('issue.mjml')).toMatch(/^<mjml lang="fr"[\s\S]*<\/mjml>\s*$/);

    const report = JSON.parse(read('report.json')) as Record<string, unknown>;
    expect(report).toMatchObject({
      subject: 'AMANEWS N° 242',
      hash: edition.hash,
      size: { html: edition.sizeBytes, text: Buffer.byteLength(edition.text) },
      slots: ['address', 'unsubscribeUrl', 'viewUrl'],
      findings: written(edition.findings, edition.language),
    });
    const assets = report['assets'] as { name: string; sha256: string }[];
    expect(readdirSync(join(out, 'assets')).sort()).toEqual(assets.map(({ name }) => name).sort());
    for (const { name, sha256 } of assets) {
      expect(html).toContain(`assets/${name}`);
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, 'assets', name)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('overwrites its previous files', async () => {
    const out = folder.path('again');
    await nachra('render', folder.write('small.json', anIssue()), '--out', out);
    const changed = anIssue({ masthead: { title: 'Autre titre' } });
    const { status } = await nachra('render', folder.write('changed.json', changed), '--out', out);
    expect(status).toBe(0);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Autre titre');
  });

  it('also writes an issue with an error, and exits with 1', async () => {
    const out = folder.path('backwards');
    const { status, stdout } = await nachra(
      'render',
      folder.write('backwards.json', backwards),
      '--out',
      out,
    );
    expect(status).toBe(1);
    expect(stdout).toContain('event-ends-before-start');
    expect(readdirSync(out)).toContain('index.html');
  });

  it('reads a file from a Windows editor', async () => {
    const file = folder.write(
      'bom.json',
      `\ufeff${JSON.stringify(anIssue(), null, 2).replaceAll('\n', '\r\n')}`,
    );
    expect(await nachra('check', file)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe.concurrent('nachra check', () => {
  it('finds the meeting of N° 242 that is dated a year too early', async () => {
    const { status, stdout, stderr } = await nachra('check', sample);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('warning sections[1].articles[1].date  [date-outside-period]');
    expect(stdout).toContain('23 juin 2022');
    expect(stdout).toContain('AMANEWS N° 242: 9 findings: 0 errors, 9 warnings\n');
  });

  it('writes its findings in another language on request', async () => {
    const { stdout } = await nachra('check', sample, '--language', 'en');
    expect(stdout).toContain('is dated 23 June 2022');
    expect(await nachra('check', sample, '--language', 'de')).toMatchObject({ status: 2, stdout: '' });
  });

  it('exits with 1 if a finding is an error', async () => {
    const { status, stdout } = await nachra('check', folder.write('errors.json', backwards));
    expect(stdout).toContain('error   sections[0].articles[0].end  [event-ends-before-start]');
    expect(status).toBe(1);
  });

  it('says so if it finds nothing', async () => {
    const { status, stdout } = await nachra('check', folder.write('fine.json', anIssue()));
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'La Palme N° 7: 0 findings: 0 errors, 0 warnings\n',
    });
  });
});

describe.concurrent('nachra', () => {
  it('prints the JSON Schema of an issue', async () => {
    const { status, stdout } = await nachra('schema');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(issueJsonSchema());
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['masthead', 'sections'],
    });
  });

  it('prints its help', async () => {
    const { status, stdout } = await nachra('--help');
    expect(status).toBe(0);
    for (const command of ['render', 'check', 'schema']) expect(stdout).toContain(command);
  });
});
