import { expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import type { Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const { backfillAddressKeys } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/content/address-keys')>('content/address-keys');

onEachDatabase('subscribers and their mailboxes', {}, (room) => {
  const create = (address: string) => room().create(uids.subscriber, { address, language: 'fr' });
  const path = `/content-manager/collection-types/${uids.subscriber}`;
  const form = async (method: 'GET' | 'POST', under: string, body?: object) => {
    const token = await room().cms.token();
    return room().cms.call<Refused>(method, `${path}${under}`, { token, body });
  };
  const stored = async (part: string): Promise<string[]> => {
    const where = { address: { $containsi: part } };
    const rows: unknown[] = await room().cms.strapi.db.query(uids.subscriber).findMany({ where });
    return rows.map((row) => (row as { address: string }).address);
  };

  it('are one for addresses that differ by capitals, at every door', async () => {
    await create('salma.bennani@capitals.test');
    const sentence =
      '“Salma.Bennani@capitals.test” is the same mailbox as “salma.bennani@capitals.test”, which already belongs to another subscriber';
    await expect(create('Salma.Bennani@CAPITALS.test')).rejects.toThrow(sentence);
    const { status, body } = await form('POST', '', {
      address: 'Salma.Bennani@capitals.test',
      language: 'fr',
    });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(/« Salma.Bennani@.*« salma.bennani@/),
    ]);
    expect(await stored('capitals.test')).toEqual(['salma.bennani@capitals.test']);
  });

  it('may have the capitals of their own address changed', async () => {
    const documentId = await create('karim@own.test');
    await room()
      .cms.strapi.documents(uids.subscriber)
      .update({
        documentId,
        data: { address: 'Karim@own.test' },
      } as never);
    expect(await stored('own.test')).toEqual(['Karim@own.test']);
    await expect(create('karim@own.test')).rejects.toThrow('“Karim@own.test”');
  });

  it('are added once by two who add them at the same moment, and the other is told why', async () => {
    const both = await Promise.allSettled([create('Twice@moment.test'), create('twice@moment.test')]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/belongs to another subscriber/);
    expect(await stored('moment.test')).toHaveLength(1);
  });

  it('get the form that is compared at a start, where a script has stored none', async () => {
    const { db } = room().cms.strapi;
    const subscribers = db.query(uids.subscriber);
    for (const address of ['Old@script.test', 'old@script.test', 'other@script.test'])
      await subscribers.create({ data: { address, language: 'fr' } });
    await backfillAddressKeys(room().cms.strapi);
    await backfillAddressKeys(room().cms.strapi);
    const where = { address: { $containsi: '@script.test' } };
    const rows = await subscribers.findMany({ where, orderBy: { id: 'asc' } });
    expect(rows.map(({ addressKey }: { addressKey: string | null }) => addressKey)).toEqual([
      'old@script.test',
      null,
      'other@script.test',
    ]);
    await expect(create('OTHER@script.test')).rejects.toThrow('“other@script.test”');
  });

  it('show the form that is compared to nobody', async () => {
    const documentId = await create('hidden@form.test');
    const { data } = (await form('GET', `/${documentId}`)).body as unknown as { data: object };
    expect(data).toMatchObject({ address: 'hidden@form.test' });
    const { body } = await room().cms.call<{ data: { contentType: { layouts: { edit: unknown } } } }>(
      'GET',
      `/content-manager/content-types/${uids.subscriber}/configuration`,
      { token: await room().cms.token() },
    );
    expect(JSON.stringify(body.data.contentType.layouts)).not.toContain('addressKey');
  });
});
