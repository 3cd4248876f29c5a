import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { withinNow } from '../../support/slowness.mts';
import { startAttackedCms, watchHealth, type AttackedCms } from './attacked-cms';

type Demo = typeof import('../../../cms/app/src/demo/send-issue');

/** As many at once as a link in a mail brings within a second. */
const crowd = 500;

describe('a crowd before the public pages', () => {
  let sink: SmtpSink;
  let cms: AttackedCms;
  /** What a crowd costs that Strapi itself refuses, in ms of processor time. */
  let refusal: number;
  beforeAll(async () => {
    sink = await startSmtpSink();
    cms = await startAttackedCms({ SMTP_URL: sink.url, NACHRA_SIGN_IN_LIMIT: 'true', TRUST_PROXY: '1' });
    await loadCms<Demo>('demo/send-issue').sendIssue(await cms.desk(), 242, () => undefined);
    await come(() => '/api/nowhere');
    refusal = (await come(() => '/api/nowhere')).cost;
  });
  afterAll(async () => {
    await cms?.close();
    await sink?.close();
  });

  /** Comes all at once, each by a connection of its own. @returns the statuses, and processor time in ms */
  async function come(path: (index: number) => string): Promise<{ statuses: Set<number>; cost: number }> {
    const { result, cost } = await cms.cost(() =>
      Promise.all(
        Array.from({ length: crowd }, async (_, index) => {
          const response = await fetch(`${cms.url}${path(index)}`, { headers: { connection: 'close' } });
          await response.arrayBuffer();
          return response.status;
        }),
      ),
    );
    return { statuses: new Set(result), cost: cost.all };
  }

  it.each([
    ['the issue that was just sent', () => '/issues/242/fr', 200],
    ['the archive', () => '/', 200],
    ['numbers that do not exist, each another', (index: number) => `/issues/${9_000 + index}`, 404],
    ['links that somebody invented', (index: number) => `/unsubscribe/invented-${index}`, 404],
    ['pictures that do not exist', (index: number) => `/assets/${String(index).padStart(64, 'a')}.png`, 404],
  ])('costs at most five times what Strapi takes to say no, for %s', async (_what, path, status) => {
    await come(path);
    const health = watchHealth(cms.url);
    const { statuses, cost } = await come(path);
    const watched = await health.stop();
    expect(statuses).toEqual(new Set([status]));
    expect(cost / refusal).toBeLessThan(5);
    expect(new Set(watched.statuses)).toEqual(new Set([200]));
    expect(watched.slowest).toBeLessThan(withinNow(5_000));
  });

  it('is answered while passwords are compared, of whom nobody knows', async () => {
    const signIn = (index: number) =>
      cms.call('POST', '/admin/login', {
        email: `invented${index}@nachra.test`,
        password: 'Correct-Horse-2',
      });
    await signIn(0);
    const { result, cost } = await cms.cost(() =>
      Promise.all(Array.from({ length: 40 }, (_, index) => signIn(index))),
    );
    expect(new Set(result.map(({ status }) => status))).toEqual(new Set([400]));
    // Of the thread that answers: a hundred each with the comparison, a quarter of it without.
    expect(cost.all / result.length).toBeLessThan(50);
  });

  it('is answered while a thousand sign in at once, most of whom are asked to come back', async () => {
    // Each from a network of its own, so that no limit of attempts stops them.
    const signIn = (index: number) =>
      cms.call(
        'POST',
        '/admin/login',
        { email: `stranger${index}@nachra.test`, password: 'Correct-Horse-2' },
        { 'x-forwarded-for': `198.18.${index >> 8}.${index & 255}` },
      );
    const health = watchHealth(cms.url);
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => signIn(index)));
    const watched = await health.stop();
    const busy = answers.filter(({ status }) => status === 429);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]));
    expect(busy.length).toBeGreaterThan(500);
    expect(busy[0]?.text).toContain('Too many people are signing in right now');
    expect(new Set(watched.statuses)).toEqual(new Set([200]));
    expect(watched.slowest).toBeLessThan(withinNow(2_000));
    // Nobody was counted who was not judged, and nobody waits behind them.
    const again = await Promise.all(Array.from({ length: 40 }, (_, index) => signIn(1_000 + index)));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([400]));
  });
});
