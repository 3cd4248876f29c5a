import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../plugin/on-each-database';

const issues = '/content-manager/collection-types/plugin::newsletter.issue';
const operators = ['$eq', '$gt', '$between', '$null', '$and', '$or', '$not'];
const values = ['=1', '[0]=1', '[$eq]=1', '[0][id]=1', '[0][$eq]=1', '[$not][$not]=1'];
const places = ['', '[id]', '[createdAt]', '[$not]'];

onEachDatabase('filters that mean nothing', {}, (room) => {
  let token = '';
  beforeAll(async () => {
    token = await room().cms.token();
  });
  const ask = (query: string) => room().cms.call<{ error?: object }>('GET', `${issues}?${query}`, { token });

  it('are refused in a sentence', async () => {
    const { status, body } = await ask('filters[id][$between]=1');
    expect({ status, ...body.error }).toMatchObject({ status: 400, details: { code: 'QUERY_UNREADABLE' } });
  });

  it('never fail, whatever their operator, field and value', async () => {
    const failed: string[] = [];
    for (const operator of operators)
      for (const value of values) {
        const queries = places.map((place) => `filters${place}[${operator}]${value}`);
        await Promise.all(
          queries.map(async (query) => {
            const { status } = await ask(query);
            if (![200, 400].includes(status)) failed.push(query);
          }),
        );
      }
    expect(failed).toEqual([]);
  });
});
