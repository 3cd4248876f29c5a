import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageMaker, personHash, readSending, readWorkerConfig, type DkimKey } from '@nachra/delivery';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anEdition,
  candidates,
  linkSecret,
  personKey,
  openBench,
  sender,
  startWorker,
  workerConfig,
} from '../support/campaign';
import { nameOf, pemOf, recordOf, signingKeys } from '../support/dkim';
import { describeWith, opendkim, opendkimProgram } from '../support/requires';
import { startSmtpSink } from '../support/smtp-sink';

const keys = signingKeys();
const [rsa, ed25519] = keys;

/** mailauth's judgement of each signature, as `selector: result`; nothing is asked of the network. */
async function judged(raw: Buffer, known: readonly DkimKey[] = keys): Promise<string[]> {
  const { results } = await dkimVerify(raw, {
    resolver: (name) => {
      const key = known.find((one) => nameOf(one) === name);
      return key
        ? Promise.resolve([[recordOf(key)]])
        : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
    },
  });
  return results.map(({ selector, status }) => `${selector}: ${status.result}`);
}

const bothPass = ['rsa1: pass', 'ed1: pass'];

async function aMessage(firstName?: string): Promise<Buffer> {
  const make = messageMaker({
    edition: await anEdition(),
    sender,
    campaignId: 'abcdefghij',
    secret: linkSecret,
    dkim: keys,
  });
  const recipient = {
    deliveryId: 'abcdefghij-1',
    address: 'salma@readers.test',
    person: personHash(personKey, 'salma@readers.test'),
    ...(firstName ? { firstName } : {}),
  };
  return make(recipient, new Date()).raw;
}

describe('a signed message', () => {
  it('is believed in both its signatures, whoever it is for', async () => {
    const names = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(' ', '\t', 'a', '.', '=', '\u00a0', '\n'), maxLength: 120 }),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(await judged(await aMessage(name.trim()))).toEqual(bothPass);
      }),
      { numRuns: 60 },
    );
  });

  it('covers what readers and their providers rely on, and lets nobody add a second From', async () => {
    const text = (await aMessage()).toString('latin1');
    const fields = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, '');
    const [first = ''] = fields.split('\r\n').filter((line) => line.startsWith('DKIM-Signature:'));
    const covered = /h=([^;]+)/.exec(first)?.[1]?.toLowerCase().split(':');
    expect(covered).toEqual(
      expect.arrayContaining(
        [
          'From To Subject Date Message-ID List-Id List-Unsubscribe List-Unsubscribe-Post',
          'Feedback-ID MIME-Version Content-Type',
        ].flatMap((names) => names.toLowerCase().split(' ')),
      ),
    );
    expect(covered?.filter((name) => name === 'from')).toHaveLength(2);
    expect(first).toContain('c=relaxed/relaxed');
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(200);
  });

  it.each([
    ['a word of the body', /La Palme/, 'La Pa1me'],
    ['the subject', /^Subject: /m, 'Subject: Re: '],
    ['the way out', /^(List-Unsubscribe-Post: .*)$/m, 'List-Unsubscribe-Post: nothing'],
    ['a second From', /^From: /m, 'From: "x" <x@x.test>\r\nFrom: '],
  ])('is no longer believed when %s changes', async (_what, from, to) => {
    const text = (await aMessage()).toString('latin1');
    const head = text.indexOf('\r\nFrom:');
    const changed = text.slice(0, head) + text.slice(head).replace(from, to);
    expect(changed).not.toBe(text);
    for (const verdict of await judged(Buffer.from(changed, 'latin1'))) expect(verdict).not.toMatch(/pass$/);
  });

  it('is still valid when a server refolds lines and white space', async () => {
    const text = (await aMessage()).toString('latin1');
    const changed = text.replace(/^List-Unsubscribe: (\S+),\r\n /m, 'LIST-unsubscribe:\t$1, ');
    expect(changed).not.toBe(text);
    expect(await judged(Buffer.from(changed, 'latin1'))).toEqual(bothPass);
  });

  it('is what a worker sends', async () => {
    const [bench, sink] = await Promise.all([openBench(), startSmtpSink()]);
    const worker = startWorker({ ...workerConfig(bench.options, sink.url), dkim: keys });
    const id = await bench.freeze({ candidates: candidates(3) });
    await bench.complete(id);
    await worker.stop();
    for (const { raw } of sink.received) expect(await judged(raw)).toEqual(bothPass);
    expect(sink.received).toHaveLength(3);
    await sink.close();
    await bench.close();
  });
});

describeWith([opendkim])('OpenDKIM', () => {
  it('believes each signature', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nachra-dkim-'));
    const message = path.join(folder, 'message.eml');
    const config = path.join(folder, 'opendkim.conf');
    const records = path.join(folder, 'keys');
    await writeFile(records, keys.map((key) => `${nameOf(key)} ${recordOf(key)}\n`).join(''));
    await writeFile(config, `Mode v\nTestPublicKeys ${records}\nSocket local:${folder}/socket\n`);
    for (const firstName of [undefined, 'Zoé  «\u00a0x\u00a0»  .', 'سلمى']) {
      await writeFile(message, await aMessage(firstName));
      const { stdout, stderr } = spawnSync(opendkimProgram, ['-x', config, '-vv', '-t', message], {
        encoding: 'utf8',
      });
      const verdicts = `${stdout}${stderr}`.matchAll(/^\tdkim=(\w+).* header\.s=(\w+)/gm);
      expect([...verdicts].map(([, verdict, selector]) => `${selector}: ${verdict}`)).toEqual(bothPass);
    }
    await rm(folder, { recursive: true });
  });
});

describe('the settings of signing', () => {
  let folder: string;
  let complete: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-dkim-'));
    await writeFile(path.join(folder, 'rsa.pem'), rsa.key);
    complete = {
      DKIM_DOMAIN: rsa.domain,
      DKIM_SELECTOR: rsa.selector,
      DKIM_PRIVATE_KEY_FILE: path.join(folder, 'rsa.pem'),
      DKIM_ED25519_SELECTOR: ed25519.selector,
      DKIM_ED25519_PRIVATE_KEY: ed25519.key.replaceAll('\n', '\\n'),
    };
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are a file or the text itself, and none at all is fine', () => {
    expect(readSending({}).dkim).toEqual([]);
    const worker = {
      NACHRA_LINK_SECRET: linkSecret,
      NACHRA_PERSON_KEY: personKey,
      SMTP_URL: 'smtp://mail.example.test',
    };
    const read = readWorkerConfig({ ...worker, ...complete }).dkim;
    expect(read.map(recordOf)).toEqual(keys.map(recordOf));
    expect(read.map(nameOf)).toEqual(keys.map(nameOf));
  });

  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  it.each<[name: string, changes: Record<string, string | undefined>, what: RegExp]>([
    ['DKIM_DOMAIN', { DKIM_DOMAIN: undefined }, /is missing, though DKIM_SELECTOR is set/],
    ['DKIM_DOMAIN', { DKIM_DOMAIN: 'https://x' }, /has a value that cannot be used/],
    ['DKIM_SELECTOR', { DKIM_SELECTOR: undefined }, /is missing/],
    ['DKIM_PRIVATE_KEY', { DKIM_PRIVATE_KEY_FILE: undefined }, /is missing/],
    ['DKIM_PRIVATE_KEY_FILE', { DKIM_PRIVATE_KEY_FILE: '/nowhere' }, /names a file that cannot be read/],
    ['DKIM_PRIVATE_KEY', { DKIM_PRIVATE_KEY_FILE: undefined, DKIM_PRIVATE_KEY: pemOf(small) }, /2048 bits/],
    ['DKIM_PRIVATE_KEY', { DKIM_PRIVATE_KEY_FILE: undefined, DKIM_PRIVATE_KEY: 'geheim' }, /cannot be used/],
    ['DKIM_ED25519_PRIVATE_KEY', { DKIM_ED25519_PRIVATE_KEY: rsa.key }, /an ed25519 key/],
    ['DKIM_ED25519_SELECTOR', { DKIM_ED25519_SELECTOR: 'rsa1' }, /different from DKIM_SELECTOR/],
  ])('that are wrong stop the start: %s', (name, changes, what) => {
    const environment = {
      NACHRA_LINK_SECRET: linkSecret,
      NACHRA_PERSON_KEY: personKey,
      SMTP_URL: 'smtp://m.test',
      ...complete,
      ...changes,
    };
    const message = (() => {
      try {
        readWorkerConfig(environment);
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toMatch(new RegExp(`${name} ${what.source.startsWith('is') ? '' : '.*'}`));
    expect(message).toMatch(what);
    expect(message).not.toContain('geheim');
  });
});
