import type { Ledger } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, DeliveryRow, ErasureResponse, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { unsubscribeUrlOf, type SmtpSink, type SmtpSinkOptions } from '../../support/smtp-sink';
import type { Newsroom, Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

/** What has to be nowhere afterwards: a part of the address that is no other word. */
const mark = 'zineb.el_fassi';
const address = `${mark}@readers.test`;

describe('a person who is erased', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  let ledger: Ledger;
  let list: string;
  let issue: string;
  let campaign: string;
  let waiting: string;

  beforeAll(async () => {
    const answer: SmtpSinkOptions['answer'] = (to) =>
      to.startsWith('refus') ? { reply: `550 5.7.1 no mail for ${to}`, at: 'rcpt' } : 'accept';
    ({ sink, room } = await openSendingNewsroom({}, { answer }));
    ledger = await room.openLedger();
    const reader = { address, firstName: 'Zineb', person: 'M-4711' };
    // An underscore stands for any letter where databases compare by pattern.
    list = await room.list('Tous', [reader, address.replace('_', 'x'), `refus.${address}`]);
    issue = await room.approved();
    campaign = await send();
    await room.complete(campaign);
    const next = await room.approved();
    waiting = (await room.send(next, [list], '2999-01-01T08:00:00Z')).body.id;
  });
  afterAll(async () => {
    await ledger.close();
    await room.close();
  });

  const send = async () => (await room.send(issue, [list])).body.id;
  const read = async (id: string) => (await room.desk<CampaignDetail>('GET', `/campaigns/${id}`)).body;
  const deliveries = async (id: string) =>
    (await room.desk<Page<DeliveryRow>>('GET', `/campaigns/${id}/deliveries`)).body.rows;
  const erase = (whom = address, reason = `Demandé par ${address}`) =>
    room.desk<ErasureResponse & Refused>('POST', '/erasures', { address: whom, reason });
  /** Names of the tables of ledger and content that say it. */
  async function placesOf(text: string): Promise<string[]> {
    const tables = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
    const content = async (sql: string) => (await room.cms.strapi.db.connection.raw(sql)) as unknown[];
    const found: string[] = [];
    for (const ask of [content, (sql: string) => ledger.rows<unknown>(sql)])
      for (const { name } of (await ask(tables)) as { name: string }[])
        if (JSON.stringify(await ask(`SELECT * FROM "${name}"`)).includes(text)) found.push(name);
    return found.sort();
  }

  it('is not while a message to her is leaving, and nothing is changed then', async () => {
    const [row] = await ledger.rows<{ id: number }>(
      `UPDATE delivery SET state = 'sending', lease_owner = 'another', lease_until = 9999999999999
       WHERE address = ? AND state = 'queued' RETURNING id`,
      [address],
    );
    const { status, body } = await erase();
    expect([status, body.error.details]).toEqual([409, { code: 'ERASURE_LEAVING', data: { count: 1 } }]);
    expect(await placesOf(`"${address}`)).toEqual(['delivery', 'newsletter_subscribers']);
    await ledger.run(
      `UPDATE delivery SET state = 'queued', lease_owner = NULL, lease_until = NULL WHERE id = ?`,
      [row?.id ?? 0],
    );
  });

  it('stands nowhere any more, and counts as before', async () => {
    const { counts } = await read(campaign);
    expect((await erase()).body).toEqual({
      subscribers: 1,
      deliveries: 2,
      withdrawn: 1,
      isSuppressed: false,
      others: [],
    });
    expect(await placesOf(`"${address}`)).toEqual([]);
    expect(await placesOf('M-4711')).toEqual([]);
    expect((await read(campaign)).counts).toEqual(counts);
    const others = (await deliveries(waiting)).map(({ address: to, state }) => [to, state]);
    expect(others).toEqual([
      ['', 'suppressed'],
      [address.replace('_', 'x'), 'queued'],
      [`refus.${address}`, 'queued'],
    ]);
    expect((await deliveries(waiting))[0]?.reason).toBe(
      'Écarté avant le départ : la personne a été effacée.',
    );
    const [entry] = (await room.cms.strapi.db
      .query(uids.journalEntry)
      .findMany({ where: { name: 'person.erased' } })) as { byName: string; person: string; data: object }[];
    expect(entry).toMatchObject({
      byName: 'strapi-super-admin Test',
      person: expect.stringMatching(/^[a-z2-7]{26}$/) as string,
      data: { why: 'Demandé par …', subscribers: 1, deliveries: 2, withdrawn: 1 },
    });
    // A second time there is nothing left to do.
    expect((await erase()).body.error.details.code).toBe('PERSON_UNKNOWN');
  });

  it('nor in what a mail server answered', async () => {
    expect((await erase(`refus.${address}`)).body).toMatchObject({ deliveries: 2, withdrawn: 1 });
    expect(await placesOf(`refus.${address}`)).toEqual([]);
    // Nobody can be sent to again without an address.
    const { body } = await room.desk('POST', `/campaigns/${campaign}/decide`, {
      decision: 'send-again',
      state: 'rejected',
    });
    expect(body).toEqual({ changed: 0, unchanged: 1 });
  });

  it('is heard when she presses the link in an old mail, by her hash', async () => {
    const link = new URL(unsubscribeUrlOf(await sink.messageTo(address))).pathname;
    const { status } = await room.cms.call('POST', link, {
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(200);
    expect(await placesOf(`"${address}`)).toEqual([]);
    const joined = { address, language: 'fr', confirmed: true, lists: [list] };
    await room.create(uids.subscriber, joined);
    const preview = await room.desk<{ exclusions: { reason: string; count: number }[] }>(
      'POST',
      `/issues/${await room.issue()}/audience`,
      { listIds: [list] },
    );
    expect(preview.body.exclusions).toMatchObject([{ reason: 'unsubscribed', count: 1 }]);
  });

  it('and a suppression in force goes on without the address', async () => {
    const suppressed = 'plainte@readers.test';
    expect((await room.desk('POST', '/suppressions', { address: suppressed })).status).toBe(200);
    expect((await erase(suppressed, 'Elle le demande.')).body).toEqual({
      ...{ subscribers: 0, deliveries: 0, withdrawn: 0 },
      isSuppressed: true,
      others: [],
    });
    expect(await placesOf(suppressed)).toEqual([]);
    const [row] = await ledger.rows<{ count: number }>(
      'SELECT COUNT(*) AS count FROM suppression WHERE lifted_at IS NULL AND address IS NULL',
    );
    expect(row?.count).toBe(2);
  });

  it('names the other addresses of the person, which it leaves alone', async () => {
    const [first, second] = ['une@two.test', 'autre@two.test'];
    for (const one of [first, second])
      await room.create(uids.subscriber, { address: one, language: 'fr', confirmed: true, person: 'M-200' });
    expect((await erase(first, 'Elle le demande.')).body).toMatchObject({ subscribers: 1, others: [second] });
    expect((await erase(second, 'Elle le demande.')).body).toMatchObject({ subscribers: 1, others: [] });
  });

  it('does not get a number again that she has, should she join once more', async () => {
    const returned = 'revient@readers.test';
    const own = await room.list('Revient', [returned]);
    const document = await room.approved();
    const first = (await room.send(document, [own])).body.id;
    await room.complete(first);
    expect((await erase(returned, 'Elle le demande.')).body.deliveries).toBe(1);
    await room.create(uids.subscriber, { address: returned, language: 'fr', confirmed: true, lists: [own] });
    const { body } = await room.desk<{ exclusions: { reason: string }[] }>(
      'POST',
      `/issues/${document}/audience`,
      { listIds: [own] },
    );
    expect(body.exclusions).toMatchObject([{ reason: 'has-number' }]);
  });

  it.each([
    ['is erased', (whom: string) => erase(whom)],
    ['is deleted', (_: string, id: string, token: string) => room.remove(uids.subscriber, id, token)],
    [
      'is not confirmed any more',
      (_: string, id: string, token: string) => room.save(uids.subscriber, id, { confirmed: false }, token),
    ],
    [
      'moves to another address',
      (whom: string, id: string, token: string) =>
        room.save(uids.subscriber, id, { address: `new.${whom}` }, token),
    ],
  ])('is not mailed when she %s while the audience is read', async (what, act) => {
    const [leaves, stays] = ['leaves', 'stays'].map(
      (name) => `${name}.${what.replaceAll(' ', '.')}@read.test`,
    );
    const reading = await room.list(what, [leaves as string, stays as string]);
    const document = await room.approved();
    const token = await room.cms.token();
    const { documentId = '' } =
      (await room.cms.strapi.documents(uids.subscriber).findFirst({ filters: { address: leaves } })) ?? {};
    let done: { status: number } | null = null;
    const forget = room.cms.strapi.db.lifecycles.subscribe({
      models: [uids.subscriber],
      // A page of the audience is read; the next one, or the ledger's turn, comes after this.
      async afterFindMany({ params }: { params: { populate?: object } }) {
        if (done !== null || !params.populate) return;
        done = { status: 0 };
        done = await act(leaves as string, documentId, token);
      },
    });
    const { id } = await room.sent(document, [reading]);
    forget();
    expect(done).toMatchObject({ status: 200 });
    const received = sink.received.filter(({ to }) => to.endsWith('@read.test'));
    expect(received.filter(({ to }) => to === stays)).toHaveLength(1);
    expect(received.filter(({ to }) => to.includes(leaves as string))).toEqual([]);
    const withdrawn = (await deliveries(id)).filter(({ state }) => state === 'suppressed');
    expect(withdrawn).toHaveLength(what === 'is erased' ? 0 : 1);
    if (what === 'is erased') expect(await placesOf(leaves as string)).toEqual([]);
  });
});
