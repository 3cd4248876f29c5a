import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, SuppressionRow } from '../../../cms/plugin/shared/desk';
import { openNewsroom, type Newsroom } from './newsroom';

const secret = 'generic-secret-of-the-tests';

describe('the address providers report to', () => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await openNewsroom({ WEBHOOK_GENERIC_SECRET: secret });
  });
  afterAll(() => room.close());

  const post = (body: string, headers: Record<string, string> = {}, provider = 'generic') =>
    room.cms.call<string>('POST', `/webhooks/${provider}`, { body, headers });
  function signed(body: string): Record<string, string> {
    const seconds = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return { 'x-nachra-signature': `t=${seconds},v1=${mac}` };
  }
  const suppressions = async () =>
    (await room.desk<Page<SuppressionRow>>('GET', '/suppressions?search=salma')).body.rows;

  it('takes a signed report, whatever its type says, and suppresses who it is about', async () => {
    const body = `[ {"id":"1", "type":"bounce","severity":"hard","recipient":"salma@readers.test","reason":"550 5.1.1 é"} ]`;
    const answer = await post(body, { ...signed(body), 'content-type': 'text/plain' });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await post(body, signed(body))).status).toBe(204);
    expect(await suppressions()).toMatchObject([
      {
        address: 'salma@readers.test',
        reason: 'bounced',
        source: 'generic',
        why: expect.stringContaining('5.1.1') as string,
      },
    ]);
  });

  it('answers a forgery with 401 and no word, and slows down who goes on', async () => {
    const answer = await post('[]', { 'x-nachra-signature': 't=1,v1=no' });
    expect([answer.status, answer.body]).toEqual([401, '']);
    const statuses: number[] = [];
    // Whatever address is invented for each.
    for (let i = 0; i < 40; i++)
      statuses.push((await post('[]', { 'x-forwarded-for': `192.0.2.${i}` })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
    const body = '[]';
    expect((await post(body, signed(body))).status).toBe(204);
  });

  it('does not exist for a provider that was not set up, and takes no endless body', async () => {
    expect((await post('{}', {}, 'mailgun')).status).toBe(404);
    expect((await post('{}', {}, 'nobody')).status).toBe(404);
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await room.cms.call('GET', '/webhooks/generic')).status).toBe(404);
  });
});
