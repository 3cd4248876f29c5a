import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sendingVariables } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingName } from '../../../cms/app/src/settings/settings';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadCms, loadPlugin, startCms } from '../../support/cms';
import { signingKeys } from '../../support/dkim';
import { leavingOf, openProof, type Leaving } from './proof';

type Settings = typeof import('../../../cms/app/src/settings/settings');
type Newsletter = typeof import('../../../cms/app/src/settings/newsletter');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');
type Plugin = typeof import('../../../cms/plugin/server/src/common/settings');

const [rsa, ed25519] = signingKeys();
const text = 'another text of 32 characters long';

/** What becomes of an approval when the installation starts with another value of a setting. */
type Reach =
  | { is: 'same'; to: string }
  | { is: 'void' | 'held'; to: string }
  /** Not tried here, and why. */
  | { is: 'untried'; because: string };

const same = (to: string): Reach => ({ is: 'same', to });
const untried = (because: string): Reach => ({ is: 'untried', because });
const elsewhere = untried('names another installation: its content, its approvals and its ledger come along');
const account = untried('asks a server that has to be there; it says where returned mail is read');

/** Every variable that the CMS reads. The compiler and the first test ask for those that are new. */
const reaches: Record<SettingName, Reach> = {
  NODE_ENV: untried('the mode of the process, which is that of the tests'),
  HOST: same('localhost'),
  PORT: same('1338'),
  PUBLIC_URL: { is: 'void', to: 'http://elsewhere.example.test' },
  TRUST_PROXY: same('1'),
  NACHRA_DEFAULT_LANGUAGE: same('ar'),
  NACHRA_DATA_DIR: elsewhere,
  DATABASE_URL: elsewhere,
  DATABASE_FILE: elsewhere,
  LEDGER_FILE: elsewhere,
  APP_KEYS: same(`${text},${text} too`),
  API_TOKEN_SALT: same(text),
  ADMIN_JWT_SECRET: same(text),
  TRANSFER_TOKEN_SALT: same(text),
  ENCRYPTION_KEY: same(text),
  NACHRA_LINK_SECRET: { is: 'held', to: text },
  NACHRA_PERSON_KEY: { is: 'held', to: text },
  SMTP_URL: same('smtp://127.0.0.1:10'),
  SMTP_ALLOW_INSECURE: same('true'),
  SMTP_CONNECTIONS: same('2'),
  SMTP_SERVERS: untried('a list of mail servers in the place of SMTP_URL'),
  SMTP_SERVERS_FILE: untried('a list of mail servers in the place of SMTP_URL'),
  SMTP_LIMIT: same('1000/hour'),
  SENDER_LIMIT: same('20000/day'),
  DOMAIN_LIMITS: same('bound.test=5/minute'),
  RETRY_FIRST_MINUTES: same('3'),
  RETRY_LONGEST_MINUTES: same('77'),
  RETRY_GIVE_UP_HOURS: same('11'),
  DKIM_DOMAIN: same(rsa.domain),
  DKIM_SELECTOR: same(rsa.selector),
  DKIM_PRIVATE_KEY_FILE: untried('the same as DKIM_PRIVATE_KEY, out of a file'),
  DKIM_PRIVATE_KEY: same(rsa.key),
  DKIM_ED25519_SELECTOR: same(ed25519.selector),
  DKIM_ED25519_PRIVATE_KEY_FILE: untried('the same as DKIM_ED25519_PRIVATE_KEY, out of a file'),
  DKIM_ED25519_PRIVATE_KEY: same(ed25519.key),
  BOUNCE_IMAP_URL: account,
  BOUNCE_IMAP_TOKEN_URL: account,
  BOUNCE_IMAP_CLIENT_ID: account,
  BOUNCE_IMAP_CLIENT_SECRET: account,
  BOUNCE_IMAP_REFRESH_TOKEN: account,
  BOUNCE_IMAP_SCOPE: account,
  REDIS_URL: untried('asks a server that has to be there; it says where workers look (ADR 0011)'),
  REDIS_PREFIX: untried('of REDIS_URL'),
  WEBHOOK_SES_TOPIC_ARN: same('arn:aws:sns:eu-west-1:123456789012:returned'),
  WEBHOOK_BREVO_SECRET: same(text),
  WEBHOOK_MAILGUN_SECRET: same(text),
  WEBHOOK_POSTMARK_SECRET: same(`user:${text}`),
  WEBHOOK_SENDGRID_PUBLIC_KEY: untried('a public key that verifies what comes in'),
  WEBHOOK_GENERIC_SECRET: same(text),
  NACHRA_PICTURE_MEGAPIXELS: same('1'),
  NACHRA_METRICS_TOKEN: same(text),
  NACHRA_WORKER: same('embedded'),
  NACHRA_SIGN_IN_LIMIT: untried('tests sign in more often than it allows'),
  NACHRA_SECOND_FACTOR_ROLES: same('nachra-publisher'),
  LOG_LEVEL: untried('what the log says; the tests are silent'),
};

/** Settings of the plugin that no variable reaches, and why they may be anything. */
const unreached: Record<string, string> = {
  assetsDir:
    'moves with the data folder; a picture that is not there is PICTURE_LOST, in approval-uploads.long.test.ts',
  ledger: 'moves with the data folder; another ledger holds all sending',
  workerLogLevel: 'what the log says',
};

describe('an approval and the settings of the installation', () => {
  let folder: string;
  let environment: Record<string, string>;
  let issue: string;
  let list: string;
  let approved: Leaving | null;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-settings-'));
    const secrets = loadCms<Secrets>('settings/secrets').randomSecrets();
    environment = {
      ...secrets,
      NACHRA_DATA_DIR: folder,
      PUBLIC_URL: 'http://news.example.test',
      SMTP_URL: 'smtp://127.0.0.1:9',
    };
    const proof = await openProof(environment);
    ({ issue, list } = proof);
    approved = await leavingOf(proof.room.cms, await proof.room.cms.token(), issue, list);
    await proof.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const reachesAs = (is: Reach['is']) =>
    Object.entries(reaches).flatMap(([name, reach]): [string, string][] =>
      reach.is === is && 'to' in reach ? [[name, reach.to]] : [],
    );

  /** Starts with other settings on the same data, and says what has become of the approval. */
  async function startedWith(changed: Record<string, string>) {
    const cms = await startCms({ ...environment, ...changed });
    try {
      const token = await cms.token();
      const row = (await cms.strapi.db.query(uids.issue).findOne({ where: { documentId: issue } })) as {
        stage: string;
      };
      const left = row.stage === 'approved' ? await leavingOf(cms, token, issue, list) : null;
      return { stage: row.stage, left };
    } finally {
      await cms.close();
    }
  }

  it('are walked one and all, those of the plugin too', () => {
    const { environmentSchema, readSettings } = loadCms<Settings>('settings/settings');
    expect(Object.keys(environmentSchema.shape)).toEqual(Object.keys(reaches));
    const { newsletterSettings } = loadCms<Newsletter>('settings/newsletter');
    const { newsletterSettingsSchema } = loadPlugin<Plugin>('common/settings');
    const given = (over: Record<string, string>) =>
      newsletterSettings(readSettings({ ...environment, NACHRA_WORKER: 'none', ...over }));
    const before: Record<string, unknown> = { ...given({}) };
    // Those that change nothing all at once, since some stand only together (DKIM).
    const changes = [
      Object.fromEntries(reachesAs('same')),
      ...[...reachesAs('void'), ...reachesAs('held')].map(([name, to]) => ({ [name]: to })),
    ];
    const touched = new Set(
      changes.flatMap((change) => {
        const after: Record<string, unknown> = { ...given(change) };
        return Object.keys(after).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]));
      }),
    );
    const missing = Object.keys(newsletterSettingsSchema.shape).filter(
      (key) => !touched.has(key) && !(key in unreached),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(sendingVariables).filter((name) => !(name in reaches))).toEqual([]);
  });

  it('stands, and the same leaves, whatever only says how mail is handed over and who may look', async () => {
    const { stage, left } = await startedWith(Object.fromEntries(reachesAs('same')));
    expect(stage).toBe('approved');
    expect(left).toEqual(approved);
  });

  it.each(reachesAs('held'))(
    'with another %s stands, and nothing leaves until somebody decides',
    async (name, to) => {
      expect(await startedWith({ [name]: to })).toEqual({ stage: 'approved', left: null });
    },
  );

  it.each(reachesAs('void'))('with another %s, which readers meet, is void', async (name, to) => {
    expect(await startedWith({ [name]: to })).toEqual({ stage: 'drafting', left: null });
  });
});
