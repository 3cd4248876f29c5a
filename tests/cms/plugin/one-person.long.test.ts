import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { unsubscribeUrlOf, type SmtpSink } from '../../support/smtp-sink';
import type { Newsroom } from './newsroom';
import { mailed, openSendingNewsroom } from './sending-newsroom';

describe('a person with more than one address', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let token: string;
  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom());
    token = await room.cms.token();
  });
  afterAll(() => room?.close());

  const later = '2999-01-01T08:00:00+01:00';
  const subscriber = async (address: string) =>
    (await room.cms.strapi.documents(uids.subscriber).findFirst({ filters: { address } }))?.documentId ?? '';
  const save = async (address: string, data: object) =>
    expect((await room.save(uids.subscriber, await subscriber(address), data, token)).status).toBe(200);
  /** Sends to a list, to its end, and answers with who got it. */
  const whoGets = async (list: string) => (await mailed({ room, sink }, await room.approved(), [list])).to;
  const stopFrom = async (address: string) => {
    const [message] = await sink.messagesTo(address);
    if (message === undefined) throw new Error(`Nothing was sent to ${address}.`);
    const { pathname, search } = new URL(unsubscribeUrlOf(message));
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(room.cms.url + pathname + search, { method: 'POST', body })).status).toBe(200);
  };
  /** The hour of a scheduled campaign comes. */
  const due = async (id: string) => {
    await room.hourComes(id);
    await room.complete(id);
  };

  it('who has said stop is not mailed at the address that she is given next', async () => {
    const list = await room.list('Moved', ['old@moved.test', 'stays@moved.test']);
    expect(await whoGets(list)).toEqual(['old@moved.test', 'stays@moved.test']);
    await stopFrom('old@moved.test');
    await save('old@moved.test', { address: 'new@moved.test' });
    expect(await whoGets(list)).toEqual(['stays@moved.test']);
    const { body } = await room.desk<{ rows: object[] }>('GET', '/suppressions?search=new@moved.test');
    expect(body.rows).toMatchObject([{ reason: 'unsubscribed', source: 'other-address' }]);
  });

  it('who says stop by the link of a mail to her former address is not mailed at today’s', async () => {
    const list = await room.list('Former', ['then@former.test', 'other@former.test']);
    await whoGets(list);
    await save('then@former.test', { address: 'now@former.test' });
    await stopFrom('then@former.test');
    expect(await whoGets(list)).toEqual(['other@former.test']);
  });

  it('who says stop at one of two addresses is mailed at neither, but a bounce is of the one', async () => {
    const list = await room.list('Two', [
      { address: 'work@two.test', person: 'P-2' },
      { address: 'home@two.test', person: ' p-2' },
      'third@two.test',
    ]);
    expect(await whoGets(list)).toEqual(['third@two.test', 'work@two.test']);
    await stopFrom('work@two.test');
    expect(await whoGets(list)).toEqual(['third@two.test']);
    await room.desk('POST', '/suppressions', { address: 'third@two.test' });
    await save('third@two.test', { address: 'fourth@two.test' });
    expect(await whoGets(list)).toEqual(['fourth@two.test']);
  });

  it('who is found to be somebody that has said stop is not mailed either', async () => {
    const list = await room.list('Found', ['one@found.test', 'two@found.test', 'three@found.test']);
    await whoGets(list);
    await stopFrom('one@found.test');
    await save('one@found.test', { person: 'P-3' });
    await save('two@found.test', { person: 'P-3' });
    expect(await whoGets(list)).toEqual(['three@found.test']);
  });

  it('who is found to be two of a number’s readers gets it once', async () => {
    const first = await room.list('First', ['a@once.test']);
    const rest = await room.list('Rest', ['b@once.test', 'c@once.test', 'd@once.test']);
    const issue = await room.approved();
    await room.sent(issue, [first]);
    await room.reaches(issue, 'sent');
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
