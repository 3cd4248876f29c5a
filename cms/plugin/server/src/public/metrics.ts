import { createHash, timingSafeEqual } from 'node:crypto';
import {
  deliveryStates,
  ledgerFigures,
  troubledServers,
  type Ledger,
  type QueueState,
} from '@nachra/delivery';
import { Gauge, Registry } from 'prom-client';
import type { WorkerHealth } from '../worker/supervisor';

/** What is measured. */
export interface Measured {
  ledger: Ledger;
  /** Names of the mail servers. */
  servers: readonly string[];
  /** The worker beside the CMS; null where workers are started by hand. */
  worker: (() => WorkerHealth) | null;
  /** The queue on Redis; null where there is none. */
  queue: (() => Promise<QueueState>) | null;
  now: () => Date;
}

/** The figures in Prometheus' text format, counted at this moment. */
export async function metricsText({ ledger, servers, worker, queue: jobs, now }: Measured): Promise<string> {
  const registry = new Registry();
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const figures = await ledgerFigures(ledger, now());
  gauge('nachra_campaigns_running', 'Campaigns that are being sent.').set(figures.runningCampaigns);
  const queue = gauge('nachra_deliveries', 'Deliveries of the campaigns being sent, by state.', ['state']);
  for (const state of deliveryStates) queue.set({ state }, figures.queue[state]);
  gauge('nachra_lag_seconds', 'How long the oldest delivery that is due has been waiting.').set(
    figures.lagMs / 1_000,
  );
  const answers = gauge(
    'nachra_answers',
    'Answers of mail servers in campaigns of the last seven days, by outcome and SMTP code (none: no answer came).',
    ['outcome', 'code'],
  );
  answers.set({ outcome: 'accepted', code: '2xx' }, figures.accepted);
  for (const { state, code, count } of figures.answers)
    answers.set({ outcome: state, code: code === null ? 'none' : String(code) }, count);
  const troubled = (await troubledServers(ledger, now())).map(({ server }) => server);
  const open = gauge(
    'nachra_mail_server_breaker_open',
    'Whether some worker leaves a mail server alone because it cannot be used.',
    ['server'],
  );
  for (const server of new Set([...servers, ...troubled]))
    open.set({ server }, Number(troubled.includes(server)));
  if (worker) {
    const { alive, breakerOpen } = worker();
    gauge('nachra_worker_up', 'Whether the worker beside the CMS runs.').set(Number(alive));
    gauge('nachra_breaker_open', 'Whether that worker waits because its mail server cannot be used.').set(
      Number(breakerOpen),
    );
  }
  if (jobs) {
    const state = await jobs();
    gauge('nachra_redis_up', 'Whether the CMS reaches Redis.').set(Number(state.reachable));
    if (state.jobs !== null)
      gauge('nachra_queue_jobs', 'Jobs on Redis that wait or are being worked on.').set(state.jobs);
  }
  return registry.metrics();
}

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Whether a request carries the token, compared in constant time. */
export function bears(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
