import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, TestSendResponse } from '../../../cms/plugin/shared/desk';
import { until } from '../../support/campaign';
import { freePort } from '../../support/free-port';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { openNewsroom, type Newsroom } from './newsroom';

const token = 'metrics-token-of-the-tests';
const people = Array.from({ length: 12 }, (_, index) => `reader${index}@example.test`);

describe('a desk with several mail servers, the first of them away', () => {
  let room: Newsroom;
  let up: SmtpSink;
  let away: SmtpSink | undefined;
  let port: number;
  let campaign: string;

  beforeAll(async () => {
    up = await startSmtpSink();
    port = await freePort();
    const servers = [
      { name: 'away', url: `smtp://127.0.0.1:${port}` },
      // Slow enough that the campaign still runs when it is looked at.
      { name: 'up', url: up.url, limit: '4/second' },
    ];
    room = await openNewsroom({
      SMTP_SERVERS: JSON.stringify(servers),
      NACHRA_WORKER: 'embedded',
      NACHRA_METRICS_TOKEN: token,
    });
  });
  afterEach(async () => {
    await away?.close();
    await up.close();
    up = await startSmtpSink({ port: up.port });
  });
  afterAll(async () => {
    await room.close();
    await up.close();
  });

  const detail = async () => (await room.desk<CampaignDetail>('GET', `/campaigns/${campaign}`)).body;
  const figures = async () => (await room.cms.call<string>('GET', '/metrics', { token })).body;

  it('sends a test by the first that can be reached', async () => {
    const { status, body } = await room.desk<TestSendResponse>('POST', `/issues/${await room.issue()}/test`, {
      addresses: ['amal@example.test'],
    });
    expect([status, body.results.map(({ accepted }) => accepted)]).toEqual([200, [true]]);
    expect(up.received.map(({ to }) => to)).toEqual(['amal@example.test']);
  });

  // One story: which of them a worker has found to be away, it remembers from one campaign to the next.
  it('says which is away while the others send, or that none is left, and goes on by itself once one is back', async () => {
    const issue = await room.issue();
    await room.approve(issue);
    const list = await room.list('Tous', people);
    campaign = (await room.send(issue, [list])).body.id;
    const seen = await until(detail, ({ serversAway }) => serversAway.length > 0);
    expect(seen).toMatchObject({ serversAway: ['away'], allServersAway: false });
    const text = await figures();
    expect(text).toMatch(/^nachra_mail_server_breaker_open\{server="away"\} 1$/m);
    expect(text).toMatch(/^nachra_mail_server_breaker_open\{server="up"\} 0$/m);
    const end = await until(detail, ({ status }) => status === 'complete');
    expect(end).toMatchObject({ counts: { accepted: 12 }, serversAway: [] });

    await up.close();
    const next = await room.issue({ number: 243 });
    await room.approve(next);
    campaign = (await room.send(next, [list])).body.id;
    const stuck = await until(detail, ({ allServersAway }) => allServersAway);
    expect(stuck).toMatchObject({ allServersAway: true, serversAway: ['away', 'up'], status: 'running' });
    away = await startSmtpSink({ port });
    const last = await until(detail, ({ status }) => status === 'complete');
    expect(last.counts).toMatchObject({ accepted: 12, rejected: 0 });
    const healed = await until(figures, (now) => /server="away"\} 0$/m.test(now));
    expect(healed).toMatch(/^nachra_mail_server_breaker_open\{server="away"\} 0$/m);
  });
});
