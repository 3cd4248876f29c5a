import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { freezeCampaign, openLedger, settingsByIpc } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRequest, candidates, until } from '../../support/campaign';
import { startCms, type RunningCms } from '../../support/cms';
import { freePort } from '../../support/free-port';

const token = 'metrics-token-of-the-tests';

describe('what a monitor is told', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await startCms({
      NACHRA_METRICS_TOKEN: token,
      NACHRA_WORKER: 'embedded',
      SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    });
  });
  afterAll(() => cms.close());

  const health = async () => {
    const { status, body } = await cms.call<string>('GET', '/healthz');
    return `${status} ${body}`;
  };
  const figures = async () => (await cms.call<string>('GET', '/metrics', { token })).body;

  it('by /metrics: nothing without the token, and no word why', async () => {
    for (const wrong of [undefined, 'metrics-token-of-somebody', `${token} `.repeat(2)])
      expect(await cms.call('GET', '/metrics', { token: wrong })).toMatchObject({ status: 401, body: '' });
  });

  it('by /metrics: the worker, the queue, its lag and the breaker, in Prometheus’ format', async () => {
    const { status, headers, body } = await cms.call<string>('GET', '/metrics', { token });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('version=0.0.4');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toContain('# TYPE nachra_deliveries gauge\n');
    expect(body).toMatch(/^nachra_worker_up 1$/m);
    expect(body).toMatch(/^nachra_breaker_open 0$/m);

    // A campaign for a mail server that is not there.
    const filename = path.join(cms.dataDir, 'ledger.db');
    const ledger = await openLedger({ client: 'sqlite', filename }, cms.personKey);
    const startAt = new Date(Date.now() - 60_000);
    await freezeCampaign(ledger, await aRequest({ candidates: candidates(4), startAt }), new Date());
    await ledger.close();
    const open = await until(figures, (text) => /^nachra_breaker_open 1$/m.test(text));
    expect(open).toMatch(/^nachra_breaker_open 1$/m);
    expect(open).toMatch(/^nachra_campaigns_running 1$/m);
    expect(open).toMatch(/^nachra_answers\{outcome="accepted",code="2xx"\} 0$/m);
    const waiting = await until(figures, (text) => /^nachra_deliveries\{state="queued"\} 4$/m.test(text));
    expect(waiting).toMatch(/^nachra_deliveries\{state="queued"\} 4$/m);
    expect(Number(/^nachra_lag_seconds (.+)$/m.exec(waiting)?.[1])).toBeGreaterThanOrEqual(60);
    expect(waiting).not.toContain('@');
  });

  it('by /healthz: one bit to anybody, down while the worker is gone and up when it is back', async () => {
    expect(await until(health, (answer) => answer === '200 ok\n')).toBe('200 ok\n');
    const workers = workersOf(cms.dataDir);
    expect(workers).toHaveLength(1);
    for (const pid of workers) process.kill(pid, 'SIGKILL');
    expect(await until(health, (answer) => answer !== '200 ok\n')).toBe('503 unavailable\n');
    expect(await until(health, (answer) => answer === '200 ok\n')).toBe('200 ok\n');
  });
});

describe('a CMS without a metrics token', () => {
  it('has no /metrics, and is well without a worker that it was not to start', async () => {
    const cms = await startCms();
    expect((await cms.call('GET', '/metrics', { token })).status).toBe(404);
    expect((await cms.call('GET', '/healthz')).status).toBe(200);
    await cms.close();
  });
});

/** Workers with a file of this folder open: their ledger. A worker's environment and command line say nothing of it. */
function workersOf(dataDir: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(settingsByIpc)) return [];
      const open = readdirSync(`/proc/${name}/fd`).map((fd) => readlinkSync(`/proc/${name}/fd/${fd}`));
      return open.some((file) => file.startsWith(`${dataDir}/`)) ? [Number(name)] : [];
    } catch {
      // Gone by now, or somebody else's.
      return [];
    }
  });
}
