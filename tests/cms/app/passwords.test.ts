import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCms, loadPlugin } from '../../support/cms';
import { copyPreparedContent } from '../../support/prepared-content';
import { repositoryRoot } from '../../support/repository';

type Fault = typeof import('../../../cms/app/src/sign-in/password-fault');
type Network = typeof import('../../../cms/plugin/server/src/common/network-of');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');

describe('a password', () => {
  const { passwordFault, passwordRefusal } = loadCms<Fault>('sign-in/password-fault');
  it.each([
    ['Abcdefgh-12', 'short'],
    ['Password1234', 'common'],
    ['Azerty123456!', 'common'],
    ['!!Football2026!!', 'common'],
    ['Superman-Superman-1', 'common'],
    ['Qwertyuiop2026!', 'common'],
    ['Aa1Aa1Aa1Aa1Aa1', 'monotonous'],
    ['Correct-Horse-1', null],
    ['quatre mots sans rapport', null],
    ['كلمة سر طويلة love', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it('of more bytes than are compared, or without a kind of letter, is refused where Strapi’s forms are passed by', () => {
    expect(passwordRefusal(`Aa1${'é'.repeat(20)}${'abcdefgh'.repeat(6)}`)).toBe('weak');
    expect(passwordRefusal('quatre mots sans rapport')).toBe('weak');
    expect(passwordRefusal('Correct-Horse-1')).toBeNull();
  });
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::7', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('attempts from %s are counted as %s', (address, network) => {
  expect(loadPlugin<Network>('common/network-of').networkOf(address)).toBe(network);
});

describe('npm run create-admin', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-admin-'));
    await copyPreparedContent(path.join(dataDir, 'nachra.db'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  const secrets = loadCms<Secrets>('settings/secrets').randomSecrets();

  /** What is typed is piped in, line by line. */
  const createAdmin = (given: readonly string[], typed: readonly string[]) =>
    run('create-admin', given, typed);
  const run = (name: string, given: readonly string[], typed: readonly string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const command = path.join(repositoryRoot, `cms/app/dist/src/commands/${name}.js`);
      const environment = { ...process.env, ...secrets, NODE_ENV: 'production', NACHRA_DATA_DIR: dataDir };
      const child = spawn(process.execPath, [command, ...given], { env: environment });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
      child.once('close', (code) => resolve({ code, said }));
      child.stdin.end(typed.map((line) => `${line}\n`).join(''));
    });
  const accounts = () => {
    const database = new Database(path.join(dataDir, 'nachra.db'), { readonly: true });
    try {
      return database.prepare('select email, is_active, password from admin_users').all();
    } finally {
      database.close();
    }
  };

  it.each([
    ['a short password', ['Salma', 'Short-1'], '12 characters or more'],
    ['a common one', ['Salma', 'Password1234'], 'most common'],
    ['nothing', [], 'first name is missing'],
  ])('refuses %s in a sentence, and never shows it', async (_what, typed, sentence) => {
    const { code, said } = await createAdmin(['--email', 'salma@nachra.test'], typed);
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
    for (const line of typed.slice(1)) expect(said).not.toContain(line);
  });

  it('makes a super admin of what it is given and asked, once', async () => {
    const given = ['--email', 'Salma@nachra.test', '--firstname', 'Salma'];
    const first = await createAdmin(given, ['Correct-Horse-1']);
    expect([first.code, first.said]).toEqual([0, expect.stringContaining('Made salma@nachra.test.')]);
    const second = await createAdmin(given, ['Another-Lantern-1']);
    expect([second.code, second.said]).toEqual([1, expect.stringContaining('It was left as it is.')]);
    expect(accounts()).toEqual([
      { email: 'salma@nachra.test', is_active: 1, password: expect.stringMatching(/^\$2/) as string },
    ]);
  });

  it('is followed by npm run remove-second-factor, which takes one away and ends its sessions', async () => {
    const database = new Database(path.join(dataDir, 'nachra.db'));
    database.exec(`INSERT INTO nachra_second_factors VALUES (1, 'sealed', 1);
      INSERT INTO nachra_recovery_codes VALUES (1, 'hash');
      INSERT INTO strapi_sessions (user_id, session_id, origin, expires_at, absolute_expires_at)
      VALUES ('1', 'lost with the phone', 'admin', 4102444800000, 4102444800000);`);
    const removed = await run('remove-second-factor', ['Salma@nachra.test'], []);
    expect([removed.code, removed.said]).toEqual([0, expect.stringContaining('Removed the second factor')]);
    const left = (table: string) => database.prepare(`SELECT * FROM ${table}`).all();
    expect(['nachra_second_factors', 'nachra_recovery_codes', 'strapi_sessions'].flatMap(left)).toEqual([]);
    const said = database.prepare('SELECT by_id FROM newsletter_journal_entries WHERE name = ?');
    expect(said.all('user.second-factor-removed')).toEqual([{ by_id: 'system' }]);
    database.close();
    const again = await run('remove-second-factor', ['salma@nachra.test'], []);
    expect([again.code, again.said]).toEqual([
      1,
      expect.stringContaining('No account salma@nachra.test has'),
    ]);
  });
});
