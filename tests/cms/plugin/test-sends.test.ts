import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SmtpSink } from '../../support/smtp-sink';
import type { Newsroom } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

interface Answered {
  results?: { accepted: boolean }[];
  error?: { status: number; message: string; details: { code: string; data: Record<string, unknown> } };
}

describe('a test goes to the team, to allowed domains, and to others only when somebody says so', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let issue: string;

  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom({ NACHRA_WORKER: 'none' }));
    issue = await room.issue();
    await room.cms.token('nachra-author');
  });
  afterAll(() => room?.close());

  const test = async (role: string, addresses: string[], confirmed: string[] = []) => {
    const token = await room.cms.token(role);
    const body = { addresses, confirmed };
    return room.cms.call<Answered>('POST', `/newsletter/issues/${issue}/test`, { token, body });
  };
  const journal = async () =>
    (await room.cms.strapi.db
      .query('plugin::newsletter.journal-entry')
      .findMany({ where: { name: 'test.sent' }, orderBy: { id: 'asc' } })) as {
      byName: string;
      data: object;
    }[];
  const allow = (testDomains: string | null) =>
    room.cms.strapi.db.query('plugin::newsletter.brand').updateMany({ where: {}, data: { testDomains } });

  it('takes an address of the team, whatever its domain, and one of an allowed domain', async () => {
    await allow('@partner.example.test');
    const { status } = await test('nachra-editor', ['Nachra-Author@nachra.test', 'a@partner.example.test']);
    expect(status).toBe(200);
    const entries = await journal();
    expect(entries).toMatchObject([
      { byName: 'nachra-editor Test', data: { count: 2, people: 1, domains: 1, strange: 0 } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/partner\.example|nachra-author@/i);
  });

  it('takes the sender’s own domain where none is named, and not the one below or above it', async () => {
    await allow(null);
    expect((await test('nachra-editor', ['a@NEWS.example.test'])).status).toBe(200);
    for (const address of ['a@example.test', 'a@x.news.example.test', 'a@partner.example.test']) {
      const { status, body } = await test('nachra-editor', [address]);
      expect([status, body.error?.details]).toEqual([
        409,
        {
          code: 'TEST_ADDRESS_STRANGE',
          data: { addresses: [address], domains: ['news.example.test'], mayConfirm: false },
        },
      ]);
    }
  });

  it('is confirmed by somebody who approves, for exactly the addresses that were shown', async () => {
    const strange = ['one@elsewhere.test', 'two@elsewhere.test'];
    const asked = await test('nachra-publisher', ['a@news.example.test', ...strange]);
    expect(asked.body.error?.details.data).toMatchObject({ addresses: strange, mayConfirm: true });
    const half = await test('nachra-publisher', strange, ['one@elsewhere.test']);
    expect(half.body.error?.details.data).toMatchObject({ addresses: ['two@elsewhere.test'] });
    // An editor cannot confirm, whatever the request says.
    expect((await test('nachra-editor', strange, strange)).status).toBe(409);
    expect(sink.received.filter(({ to }) => to.endsWith('@elsewhere.test'))).toEqual([]);
    expect((await test('nachra-publisher', strange, strange)).status).toBe(200);
    expect(sink.received.filter(({ to }) => to.endsWith('@elsewhere.test'))).toHaveLength(2);
    expect((await journal()).at(-1)?.data).toEqual({ count: 2, people: 0, domains: 0, strange: 2 });
  });

  it('reaches nobody who must not be mailed, but whoever sends it', async () => {
    const suppress = async (address: string) =>
      expect((await room.desk('POST', '/suppressions', { address })).status).toBe(200);
    const [gone, own] = ['Gone@news.example.test', 'nachra-editor@nachra.test'];
    await suppress(gone.toLowerCase());
    const before = sink.received.length;
    const asked = await test('nachra-publisher', ['here@news.example.test', gone], [gone]);
    expect([asked.status, asked.body.error?.details]).toEqual([
      409,
      {
        code: 'TEST_ADDRESS_SUPPRESSED',
        data: { addresses: [{ address: gone, reason: 'suppressed-by-hand' }] },
      },
    ]);
    expect(asked.body.error?.message).toContain(gone);
    // Somebody else of the team is a reader like any other.
    await suppress(own);
    expect((await test('nachra-publisher', [own])).body.error?.details).toMatchObject({
      code: 'TEST_ADDRESS_SUPPRESSED',
    });
    expect(sink.received).toHaveLength(before);
    expect((await test('nachra-editor', [own])).status).toBe(200);
    expect(sink.received.slice(before).map(({ to }) => to)).toEqual([own]);
  });

  it('takes thirty addresses an hour and person, also of those asked for at once, and counts in the journal', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => `r${index}@news.example.test`);
    // The editor has sent to four already.
    const answers = await Promise.all([1, 2, 3].map(() => test('nachra-editor', ten)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body.error;
    expect(refused?.details).toMatchObject({ code: 'TEST_LIMIT', data: { limit: 30, sent: 24 } });
    expect(refused?.message).toMatch(/30 adresses par heure/);
    expect((await test('nachra-editor', ten.slice(0, 6))).status).toBe(200);
    expect((await test('nachra-editor', ten.slice(0, 1))).status).toBe(409);
    expect((await test('nachra-publisher', ten.slice(0, 1))).status).toBe(200);
  });
});
