import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSending, readWorkerConfig } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { linkSecret, personKey } from '../support/campaign';

describe('the settings of several servers', () => {
  const read = (text: string) => readSending({ SMTP_SERVERS: text }).servers;

  it('are JSON in a variable or a file, and one address is enough', async () => {
    const text = JSON.stringify([
      { name: 'main', url: 'smtp://u:geheim@smtp.example.org:587', weight: 3, limit: '600/minute' },
      { name: 'google', url: 'smtps://smtp.example.net', domains: ['Gmail.com', '*.google.com'] },
    ]);
    const folder = await mkdtemp(path.join(tmpdir(), 'nachra-servers-'));
    const file = path.join(folder, 'servers.json');
    await writeFile(file, text);
    for (const servers of [read(text), readSending({ SMTP_SERVERS_FILE: file }).servers]) {
      expect(servers).toMatchObject([
        {
          name: 'main',
          weight: 3,
          limit: { messages: 600, seconds: 60 },
          smtp: { port: 587, requireTls: true },
        },
        { name: 'google', domains: ['gmail.com', '*.google.com'], smtp: { secure: true } },
      ]);
    }
    await rm(folder, { recursive: true });
    expect(readSending({ SMTP_URL: 'smtp://m.test', SMTP_LIMIT: '9/second' }).servers).toMatchObject([
      { name: 'smtp://m.test:587', limit: { messages: 9, seconds: 1 } },
    ]);
    const secrets = { NACHRA_LINK_SECRET: linkSecret, NACHRA_PERSON_KEY: personKey };
    expect(readWorkerConfig({ ...secrets, SMTP_SERVERS: text }).servers).toHaveLength(2);
    expect(() => readWorkerConfig(secrets)).toThrow(/SMTP_URL is missing/);
  });

  it.each([
    ['no JSON', 'x', /SMTP_SERVERS has a value that cannot be used \(the whole/],
    ['none', '[]', /the whole/],
    ['a field nobody knows', '[{"name":"a","url":"smtp://m.test","wieght":2}]', /0: .*wieght/],
    ['an address that is none', '[{"name":"a","url":"http://geheim@m.test"}]', /0\.url: such as smtp/],
    ['a limit that is none', '[{"name":"a","url":"smtp://m.test","limit":"fast"}]', /0\.limit: such as/],
    ['a weight of nothing', '[{"name":"a","url":"smtp://m.test","weight":0}]', /0\.weight/],
    [
      'one name twice',
      '[{"name":"a","url":"smtp://m.test"},{"name":"a","url":"smtp://n.test"}]',
      /a name of its own/,
    ],
    [
      'nobody for the rest',
      '[{"name":"a","url":"smtp://m.test","domains":["gmail.com"]}]',
      /takes what is routed nowhere/,
    ],
  ])('that are wrong stop the start: %s', (_what, text, words) => {
    expect(() => read(text)).toThrow(words);
    expect(() => read(text)).not.toThrow(/geheim/);
  });
});
