import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedger, personHash } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holds, Page, SuppressionRow } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadCms } from '../../support/cms';
import { startSmtpSink, unsubscribeUrlOf, type SmtpSink } from '../../support/smtp-sink';
import { openNewsroom, type Newsroom } from './newsroom';

type Secrets = typeof import('../../../cms/app/src/settings/secrets');
interface Entry {
  name: string;
  person: string | null;
  data: Record<string, unknown>;
}

describe('unsubscriptions outlive the ledger', () => {
  let sink: SmtpSink;
  let folder: string;
  let environment: Record<string, string>;
  let room: Newsroom;
  let list: string;
  let number = 500;
  /** Paths of the links in the mails of before, by reader. */
  const links: Record<string, string> = {};
  const at = (name: string) => `${name}@readers.test`;
  const hashOf = (name: string) => personHash(room.cms.personKey, at(name));

  beforeAll(async () => {
    sink = await startSmtpSink();
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-lost-'));
    const secrets = loadCms<Secrets>('settings/secrets').randomSecrets();
    environment = {
      ...secrets,
      NACHRA_DATA_DIR: folder,
      SMTP_URL: sink.url,
      NACHRA_WORKER: 'embedded',
      LEDGER_FILE: path.join(folder, 'ledger', 'ledger.db'),
    };
    room = await openNewsroom(environment);
    list = await room.list('Tous', ['amal', 'khadija', 'salma'].map(at));
    expect(await send()).toEqual(['amal', 'khadija', 'salma'].map(at));
    for (const name of ['amal', 'khadija', 'salma'])
      links[name] = new URL(unsubscribeUrlOf(await sink.messageTo(at(name)))).pathname;
  });
  afterAll(async () => {
    await room.close();
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  });

  const entries = (where: object = {}) =>
    room.cms.strapi.db.query(uids.journalEntry).findMany({ where, orderBy: { id: 'asc' } }) as Promise<
      Entry[]
    >;
  const press = (name: string) =>
    room.cms.call<string>('POST', links[name] ?? '', {
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const suppressions = async () =>
    (await room.desk<Page<SuppressionRow>>('GET', '/suppressions?page=1&pageSize=50')).body.rows;

  /** Sends a number to the list. @returns who got it */
  async function send(): Promise<string[]> {
    const before = sink.received.length;
    number += 1;
    const issue = await room.issue({ number });
    expect((await room.approve(issue)).status).toBe(200);
    const { body } = await room.send(issue, [list]);
    await room.complete(body.id);
    return sink.received
      .slice(before)
      .map(({ to }) => to)
      .sort();
  }

  async function startWithoutLedger(): Promise<void> {
    await room.close();
    await rm(path.join(folder, 'ledger'), { recursive: true });
    room = await openNewsroom(environment);
  }

  async function release(): Promise<void> {
    expect((await room.cms.call<string>('GET', '/healthz')).body).toBe('degraded ledger-empty\n');
    const { lostSends } = (await room.desk<Holds>('GET', '/holds')).body;
    for (const { documentId } of lostSends)
      await room.desk('POST', `/holds/issues/${documentId}`, { choice: 'treat-as-sent' });
    expect((await room.desk<Holds>('POST', '/holds/release', {})).body).toMatchObject({ hold: null });
  }

  it('keeps the key of persons beside the data, for its owner alone', async () => {
    expect((await stat(path.join(folder, 'person.key'))).mode & 0o777).toBe(0o600);
  });

  it('stands in both databases once the reader is told so', async () => {
    expect((await press('amal')).status).toBe(200);
    expect(await entries({ name: 'suppression.made' })).toMatchObject([
      { person: hashOf('amal'), data: { reason: 'unsubscribed', source: 'one-click' } },
    ]);
  });

  it('comes back at a start without the ledger, and a link of before still unsubscribes, even while all is held', async () => {
    await startWithoutLedger();
    expect(await suppressions()).toMatchObject([
      { address: null, reason: 'unsubscribed', source: 'one-click' },
    ]);
    const page = await room.cms.call<string>('GET', links['khadija'] ?? '');
    expect([page.status, page.body]).toEqual([200, expect.stringMatching(/<form[^>]+method="post"/)]);
    expect(page.body).not.toContain('readers.test');
    expect(await suppressions()).toHaveLength(1);

    const pressed = await press('khadija');
    expect(pressed.status).toBe(200);
    expect(pressed.body).toContain('Plus aucun message ne sera envoyé à l’adresse qui a reçu ce lien.');
    expect(await suppressions()).toHaveLength(2);
    // Before anybody has released anything: the ledger that is held may be put away for another.
    expect(await entries({ name: 'suppression.made' })).toMatchObject([
      { person: hashOf('amal') },
      { person: hashOf('khadija') },
    ]);
    expect(await entries({ name: 'suppression.put-back' })).toMatchObject([
      { person: null, data: { made: 1, lifted: 0 } },
    ]);
  });

  it('leaves those people out of the next number', async () => {
    await release();
    expect(await send()).toEqual([at('salma')]);
  });

  it('comes back once more when that ledger is lost as well, but not what was lifted', async () => {
    const [second, first] = await suppressions();
    expect([second?.reason, first?.reason]).toEqual(['unsubscribed', 'unsubscribed']);
    const lift = { reason: 'She asked for it on the telephone.', askedByPerson: true };
    expect((await room.desk('POST', `/suppressions/${first?.id}/lift`, lift)).status).toBe(200);
    await startWithoutLedger();
    expect(await suppressions()).toHaveLength(1);
    await release();
    expect(await send()).toEqual([at('amal'), at('salma')]);
  });

  it('holds all sending when the key of persons is lost with the ledger, for it would bring nobody back', async () => {
    await room.close();
    await rm(path.join(folder, 'ledger'), { recursive: true });
    environment = { ...environment, NACHRA_PERSON_KEY: 'another-key-altogether-than-before' };
    room = await openNewsroom(environment);
    expect((await room.cms.call<string>('GET', '/healthz')).body).toBe(
      'degraded ledger-person-key-changed\n',
    );
    await room.close();
    const { NACHRA_PERSON_KEY: _, ...before } = environment;
    environment = before;
    await rm(path.join(folder, 'ledger'), { recursive: true });
    room = await openNewsroom(environment);
    await release();
    expect(await send()).toEqual([at('amal'), at('salma')]);
  });

  it('keeps no reader’s address but in deliveries, live suppressions and the subscriber', async () => {
    expect((await press('amal')).status).toBe(200);
    const ledger = await openLedger({ client: 'sqlite', filename: environment['LEDGER_FILE'] ?? '' });
    const tables = await ledger.rows<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('delivery', 'suppression')`,
    );
    for (const { name } of tables)
      expect(JSON.stringify(await ledger.rows(`SELECT * FROM ${name}`)), name).not.toContain('readers.test');
    await ledger.close();

    const subscribers = room.cms.strapi.documents(uids.subscriber);
    for (const { documentId } of await subscribers.findMany({})) await subscribers.delete({ documentId });
    const { connection } = room.cms.strapi.db;
    const content = await connection<{ name: string; type: string }>('sqlite_master')
      .where({ type: 'table' })
      .select('name');
    for (const { name } of content)
      expect(JSON.stringify(await connection(name).select()), name).not.toContain('readers.test');
  });
});
