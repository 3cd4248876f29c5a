import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nachra } from '../nachra';
import { startPreview, type Previewing } from './previewing';

interface Look {
  stamp: string;
  trouble: { about: string; message: string; problems: { path: string; message: string }[] } | null;
  edition: { subject: string; sections: { anchor: string; title: string }[] } | null;
  editions: { file: string; label: string; current: boolean }[];
}
interface Checked {
  findings: {
    rule: string;
    place: string;
    message: string;
    remedy: string;
    severity: string;
    found: boolean;
  }[];
}

const sample = 'emails/samples/amanews-242.json';

describe('nachra preview', () => {
  let preview: Previewing;
  beforeAll(async () => {
    preview = await startPreview(sample);
  });
  afterAll(() => preview?.close());

  const read = (name: string) => readFileSync(preview.path(name), 'utf8');
  const write = (name: string, text: string) => writeFileSync(preview.path(name), text);
  /** Changes a file, waits for an event of the page, and restores the file. */
  async function changed<T>(name: string, text: string, event: string, condition: (data: T) => boolean) {
    const before = read(name);
    const heard = preview.heard<T>(event, condition);
    await preview.heard('look', () => true);
    write(name, text);
    try {
      return await heard;
    } finally {
      const fixed = preview.heard<Look>('look', ({ trouble }) => trouble === null);
      write(name, before);
      await fixed;
    }
  }

  it('is listed by --help', async () => {
    expect((await nachra('--help')).stdout).toMatch(/preview \[options\] <file>/);
  });

  it('refuses an invalid port, and says so', async () => {
    const { status, stderr } = await nachra('preview', sample, '--port', '99999');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('--port 99999 is not a port number') as string,
    });
  });

  it('says so if the port is taken', async () => {
    const { port } = new URL(preview.url);
    const { status, stderr } = await nachra('preview', sample, '--port', port);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('Give another --port') as string,
    });
  });

  it('listens on this machine only', () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('refuses requests for another host name, which a web page could point at this machine', async () => {
    const { host, port } = new URL(preview.url);
    for (const wrong of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `127.0.0.1.evil.example:${port}`,
      `[::1]@evil:${port}`,
    ])
      expect((await preview.get('/', { host: wrong })).status, wrong).toBe(403);
    for (const right of [host, `localhost:${port}`, `[::1]:${port}`])
      expect((await preview.get('/', { host: right })).status, right).toBe(200);
  });

  it('answers GET only, and only for known files', async () => {
    expect((await preview.get('/', {}, 'POST')).status).toBe(405);
    for (const path of [
      '/nothing',
      '/frame/nothing',
      '/assets/../package.json',
      '/frame/..%2f..',
      '/?file=../../package.json',
    ])
      expect((await preview.get(path)).status, path).toBe(404);
  });

  it('serves a page with our own script and style only, in the browser’s language', async () => {
    const { headers, body } = await preview.get('/', { 'accept-language': 'fr-FR,fr;q=0.9' });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).toContain('Toutes les vues');
    expect((await preview.get('/?ui=en', { 'accept-language': 'fr' })).body).toContain('All views');
    for (const asset of ['preview.js', 'boards.js', 'sidebar.js', 'dom.js', 'preview.css'])
      expect((await preview.get(`/${asset}`)).status).toBe(200);
  });

  it.each(['desktop', 'phone', 'phone-small', 'dark', 'images-off', 'no-style', 'word', 'text', 'source'])(
    'serves the rendition “%s” without an origin and without scripts',
    async (rendition) => {
      const { status, headers, body } = await preview.get(`/frame/${rendition}?marks=1`);
      const policy = String(headers['content-security-policy']);
      expect(status).toBe(200);
      expect(policy).toMatch(/^default-src 'none';.*; sandbox$/);
      expect(policy).not.toMatch(/script-src|allow-/);
      expect(body).toContain('AMANEWS');
    },
  );

  it('serves the drawn pictures, and none for the rendition without images', async () => {
    const { body, headers } = await preview.get('/frame/desktop');
    const [picture = ''] = /\/assets\/\w+\.png/.exec(body) ?? [];
    expect((await preview.get(picture)).headers['content-type']).toBe('image/png');
    expect(headers['content-security-policy']).toContain(new URL(preview.url).origin);
    const off = await preview.get('/frame/images-off');
    expect(off.headers['content-security-policy']).toContain("img-src 'none'");
    expect(off.body).not.toContain('/assets/');
  });

  it('finds the other languages beside the file', async () => {
    const { editions, edition } = await preview.heard<Look>('look', () => true);
    expect(editions.map(({ label }) => label).sort()).toEqual(['AR', 'EN', 'FR']);
    expect(edition?.sections.at(-1)).toEqual({ anchor: 's6', title: 'Tableau de bord' });
    expect((await preview.get('/frame/desktop?file=amanews-242.ar.json')).body).toContain(
      '<html lang="ar" dir="rtl"',
    );
  });

  it('lists the findings of the full preflight in the page’s language, and marks their places', async () => {
    const french = await preview.heard<Checked>('findings', () => true, 'fr');
    const english = await preview.heard<Checked>('findings', () => true, 'en');
    const first = ({ findings }: Checked) => findings.find(({ rule }) => rule === 'date-outside-period');
    expect(first(french)).toMatchObject({
      place: 'sections[1].articles[1].date',
      severity: 'warning',
      found: true,
    });
    expect(first(french)?.message).toContain('est daté du 23 juin 2022');
    expect(first(english)?.message).toContain('is dated 23 June 2022');
    expect(first(english)?.remedy).toMatch(/^Check the year/);
    expect(french.findings.length).toBeGreaterThan(5);
    const { body } = await preview.get('/frame/desktop?ui=en&marks=1');
    expect(body).toMatch(/<h3 id="s2a2"[^>]*><i id="finding-0" class="nachra-finding"><\/i>Conseil/);
    expect((await preview.get('/frame/desktop')).body).not.toContain('nachra-finding');
  });

  it('shows a change of a template', async () => {
    const name = 'emails/parts/contents.mjml.hbs';
    const before = read(name);
    write(name, before.replace('{{words.contents}}', 'GABARIT CHANGÉ'));
    try {
      await expect.poll(async () => (await preview.get('/frame/word')).body).toContain('GABARIT CHANGÉ');
    } finally {
      write(name, before);
    }
    await expect.poll(async () => (await preview.get('/frame/word')).body).not.toContain('GABARIT CHANGÉ');
  });

  it.each([
    ['the theme', 'emails/theme.json', '"paper": "#fdfdfb"', '"paper": "#fafbfc"', '#fafbfc'],
    [
      'the words of a language',
      'emails/languages/fr.json',
      '"contents": "Dans ce numéro"',
      '"contents": "Au menu"',
      'Au menu',
    ],
    [
      'the sample and its brand',
      sample,
      '"name": "Al Amana Microfinance"',
      '"name": "Banque Amana"',
      'Banque Amana',
    ],
  ])('shows a change of %s, however an editor saves', async (_what, name, from, to, seen) => {
    const before = read(name);
    expect(before).toContain(from);
    write(`${name}.tmp`, before.replace(from, to));
    renameSync(preview.path(`${name}.tmp`), preview.path(name));
    try {
      await expect.poll(async () => (await preview.get('/frame/desktop')).body).toContain(seen);
    } finally {
      write(name, before);
    }
    await expect.poll(async () => (await preview.get('/frame/desktop')).body).not.toContain(seen);
  });

  it('names the wrong field of a broken sample, keeps the last version, and recovers once it is fixed', async () => {
    const data = JSON.parse(read(sample)) as { masthead: Record<string, unknown> };
    data.masthead['number'] = 'beaucoup';
    const { trouble, edition } = await changed<Look>(
      sample,
      JSON.stringify(data),
      'look',
      (look) => look.trouble !== null,
    );
    expect(trouble).toMatchObject({ about: 'sample', problems: [{ path: 'masthead.number' }] });
    expect(edition?.subject).toBe('AMANEWS N° 242');
  });

  it.each([
    ['a sample that is not JSON', sample, '{"masthead":', 'sample', /is not JSON/],
    [
      'a template with an unknown name',
      'emails/parts/motto.mjml.hbs',
      '{{nonsense.name}}',
      'template',
      /emails\/parts\/motto\.mjml\.hbs/,
    ],
    ['a template with an open tag', 'emails/issue.mjml.hbs', '<mjml>{{#each}', 'template', /\S/],
    ['a template that MJML refuses', 'emails/issue.mjml.hbs', '<mjml><mj-nonsense></mjml>', 'template', /\S/],
    ['a theme that is not complete', 'emails/theme.json', '{}', 'template', /light/],
    ['a language file that is not JSON', 'emails/languages/fr.json', '{', 'template', /JSON/],
  ])('says what is wrong with %s, and recovers once it is fixed', async (_what, name, text, about, said) => {
    const { trouble } = await changed<Look>(name, text, 'look', (look) => look.trouble !== null);
    expect(trouble).toMatchObject({ about, message: expect.stringMatching(said) as string });
  });

  it('waits for a deleted sample to come back', async () => {
    const before = read(sample);
    const gone = preview.heard<Look>('look', ({ trouble }) => trouble !== null);
    await preview.heard('look', () => true);
    rmSync(preview.path(sample));
    let back: Promise<Look>;
    try {
      expect((await gone).trouble?.message).toContain('cannot be read');
      back = preview.heard<Look>('look', ({ trouble }) => trouble === null);
      await preview.heard('look', () => true);
    } finally {
      write(sample, before);
    }
    expect((await back).edition?.subject).toBe('AMANEWS N° 242');
  });
});
