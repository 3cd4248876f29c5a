import path from 'node:path';
import { openLedger } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { startSmtpSink, unsubscribeUrlOf, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

describe('a person with more than one address', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let token: string;
  beforeAll(async () => {
    sink = await startSmtpSink();
    room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' });
    token = await room.cms.token();
  });
  afterAll(async () => {
    await room?.close();
    await sink?.close();
  });

  const later = '2999-01-01T08:00:00+01:00';
  const approved = async () => {
    const issue = await room.issue();
    await room.approve(issue);
    return issue;
  };
  const subscriber = async (address: string) =>
    (await room.cms.strapi.documents(uids.subscriber).findFirst({ filters: { address } }))?.documentId ?? '';
  const save = async (address: string, data: object) =>
    expect((await room.save(uids.subscriber, await subscriber(address), data, token)).status).toBe(200);
  /** Sends to a list, to its end, and answers with who got it. */
  const mailed = async (list: string) => {
    const before = sink.received.length;
    await room.sent(await approved(), [list]);
    return sink.received
      .slice(before)
      .flatMap(({ to }) => to)
      .sort();
  };
  const stopFrom = async (address: string) => {
    const [message] = await sink.messagesTo(address);
    if (message === undefined) throw new Error(`Nothing was sent to ${address}.`);
    const { pathname, search } = new URL(unsubscribeUrlOf(message));
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(room.cms.url + pathname + search, { method: 'POST', body })).status).toBe(200);
  };
  /** The hour of a scheduled campaign comes. */
  const due = async (id: string) => {
    const ledger = await openLedger({
      client: 'sqlite',
      filename: path.join(room.cms.dataDir, 'ledger.db'),
    });
    await ledger.run('UPDATE campaign SET start_at = 1 WHERE uid = ?', [id]);
    await ledger.run('UPDATE delivery SET next_attempt_at = 1 WHERE next_attempt_at > 4000000000000');
    await ledger.close();
    await room.complete(id);
  };

  it('who has said stop is not mailed at the address that she is given next', async () => {
    const list = await room.list('Moved', ['old@moved.test', 'stays@moved.test']);
    expect(await mailed(list)).toEqual(['old@moved.test', 'stays@moved.test']);
    await stopFrom('old@moved.test');
    await save('old@moved.test', { address: 'new@moved.test' });
    expect(await mailed(list)).toEqual(['stays@moved.test']);
    const { body } = await room.desk<{ rows: object[] }>('GET', '/suppressions?search=new@moved.test');
    expect(body.rows).toMatchObject([{ reason: 'unsubscribed', source: 'other-address' }]);
  });

  it('who says stop by the link of a mail to her former address is not mailed at today’s', async () => {
    const list = await room.list('Former', ['then@former.test', 'other@former.test']);
    await mailed(list);
    await save('then@former.test', { address: 'now@former.test' });
    await stopFrom('then@former.test');
    expect(await mailed(list)).toEqual(['other@former.test']);
  });

  it('who says stop at one of two addresses is mailed at neither, but a bounce is of the one', async () => {
    const list = await room.list('Two', [
      { address: 'work@two.test', person: 'P-2' },
      { address: 'home@two.test', person: ' p-2' },
      'third@two.test',
    ]);
    expect(await mailed(list)).toEqual(['third@two.test', 'work@two.test']);
    await stopFrom('work@two.test');
    expect(await mailed(list)).toEqual(['third@two.test']);
    await room.desk('POST', '/suppressions', { address: 'third@two.test' });
    await save('third@two.test', { address: 'fourth@two.test' });
    expect(await mailed(list)).toEqual(['fourth@two.test']);
  });

  it('who is found to be somebody that has said stop is not mailed either', async () => {
    const list = await room.list('Found', ['one@found.test', 'two@found.test', 'three@found.test']);
    await mailed(list);
    await stopFrom('one@found.test');
    await save('one@found.test', { person: 'P-3' });
    await save('two@found.test', { person: 'P-3' });
    expect(await mailed(list)).toEqual(['three@found.test']);
  });

  it('who is found to be two of a number’s readers gets it once', async () => {
    const first = await room.list('First', ['a@once.test']);
    const rest = await room.list('Rest', ['b@once.test', 'c@once.test', 'd@once.test']);
    const issue = await approved();
    await room.sent(issue, [first]);
    await eventually(
      async () => (await room.detail(issue)).stage,
      (stage) => stage === 'sent',
    );
    const { body } = await room.send(issue, [rest], later);
    // She has it; and of the two who wait, one gets it.
    for (const [address, person] of [
      ['a@once.test', 'P-4'],
      ['b@once.test', 'P-4'],
      ['c@once.test', 'P-5'],
      ['d@once.test', 'P-5'],
    ] as const)
      await save(address, { person });
    const before = sink.received.length;
    await due(body.id);
    expect(sink.received.slice(before).flatMap(({ to }) => to)).toEqual(['c@once.test']);
  });
});
