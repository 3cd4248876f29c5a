import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { cancelCampaign, workerCommand, type CampaignProgress, type Delivery } from '@nachra/delivery';
import { largestGroup } from '../../delivery/src/outgoing/dispatch';
import { totalOf } from '../../delivery/src/campaigns/states';
import type { Candidate } from '@nachra/delivery';
import { candidates, type LedgerBench, linkSecret, somebody, until } from '../support/campaign';
import type { Random } from './random';
import type { HostileServer } from './server';

export const connections = 4;
/** What one crash of a worker, or one loss of its database, may leave in doubt. */
export const group = largestGroup(connections);

/** A campaign and the mail server it goes to: what the rules are about. */
export interface Judged {
  server: HostileServer;
  people: number;
  progress(): Promise<CampaignProgress>;
  /** Every delivery, by address. */
  deliveries(): Promise<Map<string, Delivery>>;
  /** Takes readings that fail (a database that is down) for granted; without it they are breaches. */
  mayBeUnreadable: boolean;
}

/** One campaign, its workers, its mail server, and everything that is true or false of them. */
export interface Ordeal extends Judged {
  bench: LedgerBench;
  random: Random;
  id: string;
  /** Starts a worker process. */
  start(): ChildProcess;
  /** SIGKILL, and waits until the process is gone. */
  kill(worker: ChildProcess): Promise<void>;
  /** How many workers were killed so far. */
  kills(): number;
  /** Hours pass: what was deferred is due now. */
  hoursPass(): Promise<void>;
  /** Waits until nobody is waiting, hours passing as often as it takes. */
  finish(): Promise<void>;
  /**
   * Ends the workers and judges: every rule that was broken, in words; an empty list is a pass.
   *
   * @param doubts how many may be in doubt
   */
  judge(doubts: number): Promise<string[]>;
  /** Leaves nothing behind that runs or sends; for the end, however it came. */
  end(): Promise<void>;
}

export interface OrdealOptions {
  bench: LedgerBench;
  server: HostileServer;
  random: Random;
  people: number;
  smtpUrl?: string;
  environment?: Record<string, string>;
}

let ordeals = 0;

export async function beginOrdeal(options: OrdealOptions): Promise<Ordeal> {
  const { bench, server, random, people, smtpUrl = `smtp://127.0.0.1:${server.port}` } = options;
  const domain = `ordeal${(ordeals += 1)}.test`;
  // Begun long ago, so that a clock that is set back does not come to lie before the beginning.
  const startAt = new Date(Date.now() - 6 * hour);
  const id = await bench.freeze({ candidates: ofManyDomains(candidates(people, domain)), startAt });
  const workers = new Set<ChildProcess>();
  let kills = 0;

  const ordeal: Ordeal = {
    bench,
    server,
    random,
    id,
    people,
    mayBeUnreadable: false,
    kills: () => kills,
    progress: () => bench.progress(id),
    deliveries: () => bench.deliveries(id),
    start() {
      const worker = fork(workerCommand, {
        env: {
          PATH: process.env.PATH,
          ...bench.environment,
          NACHRA_LINK_SECRET: linkSecret,
          SMTP_URL: smtpUrl,
          SMTP_CONNECTIONS: String(connections),
          NACHRA_TROUBLE_MS: '20',
          LOG_LEVEL: 'silent',
          ...options.environment,
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      workers.add(worker);
      return worker;
    },
    async kill(worker) {
      workers.delete(worker);
      if (worker.exitCode !== null || worker.signalCode !== null) return;
      const gone = once(worker, 'exit');
      worker.kill('SIGKILL');
      await gone;
      kills += 1;
    },
    async hoursPass() {
      // In hours of peace a domain that asked for a slower pace takes mail at any again.
      await bench.ledger.run('DELETE FROM pace');
      await bench.ledger.run(
        `UPDATE delivery SET next_attempt_at = ? WHERE state IN ('deferred', 'queued') AND campaign_id = (SELECT id FROM campaign WHERE uid = ?)`,
        [startAt.getTime(), id],
      );
      for (const worker of workers) if (worker.connected) worker.send({ type: 'wake' }, () => undefined);
    },
    async finish() {
      await until(
        async () => {
          const progress = await ordeal.progress();
          const { queued, claimed, sending, deferred } = progress.counts;
          if (deferred > 0 && queued + claimed + sending === 0) await ordeal.hoursPass();
          return progress;
        },
        ({ status }) => status === 'complete',
      );
    },
    async judge(doubts) {
      for (const worker of workers) {
        if (worker.exitCode !== null || worker.signalCode !== null) continue;
        const gone = once(worker, 'exit');
        worker.kill('SIGTERM');
        await gone;
      }
      workers.clear();
      watching.stop = true;
      return [...(await readings), ...(await breachesAtEnd(ordeal, doubts))];
    },
    async end() {
      watching.stop = true;
      for (const worker of workers) await ordeal.kill(worker);
      await readings;
      if ((await ordeal.progress()).status !== 'complete')
        await cancelCampaign(bench.ledger, id, somebody, new Date());
      await server.close();
    },
  };
  const watching = { stop: false };
  const readings = watch(ordeal, watching);
  return ordeal;
}

const hour = 3_600_000;

/** Reads the campaign again and again, as the desk would, and notes what cannot be true. */
export async function watch(ordeal: Judged, watching: { stop: boolean }): Promise<string[]> {
  const breaches = new Set<string>();
  let acceptedBefore = 0;
  while (!watching.stop) {
    try {
      const { counts, recipients, status } = await ordeal.progress();
      const taken = ordeal.server.taken();
      const { accepted, queued, claimed, sending, deferred } = counts;
      const waiting = queued + claimed + sending + deferred;
      const truth = waiting === 0 ? 'complete' : 'running';
      if (totalOf(counts) !== ordeal.people || recipients !== ordeal.people)
        breaches.add(`the states add up to ${totalOf(counts)} of ${ordeal.people}`);
      if (status !== truth) breaches.add(`labelled ${status} with ${waiting} waiting`);
      if (accepted > taken) breaches.add(`${accepted} accepted, but the server had taken ${taken}`);
      if (accepted < acceptedBefore) breaches.add(`accepted fell from ${acceptedBefore} to ${accepted}`);
      acceptedBefore = accepted;
    } catch (error) {
      if (!ordeal.mayBeUnreadable) breaches.add(`unreadable: ${String(error)}`);
    }
    await delay(60);
  }
  return [...breaches];
}

/** What is not true of a campaign that is over. */
export async function breachesAtEnd(ordeal: Judged, doubts: number): Promise<string[]> {
  const { server, people } = ordeal;
  const { counts, status } = await ordeal.progress();
  const breaches: string[] = [];
  if (status !== 'complete') breaches.push(`${status} at the end: ${JSON.stringify(counts)}`);
  if (totalOf(counts) !== people) breaches.push(`the states add up to ${totalOf(counts)} of ${people}`);
  if (counts['in-doubt'] > doubts)
    breaches.push(`${counts['in-doubt']} in doubt, ${doubts} at most were to be`);
  for (const [messageId, times] of server.takenById)
    if (times > 1) breaches.push(`sent ${times} times: ${messageId}`);
  const rows = await ordeal.deliveries();
  if (rows.size !== people) breaches.push(`${rows.size} deliveries of ${people}`);
  for (const [address, { state }] of rows) {
    const taken = server.takenByAddress.get(address) ?? 0;
    if (taken > 1) breaches.push(`${address} got ${taken}`);
    if (state === 'accepted' && taken !== 1)
      breaches.push(`${address} is accepted, the server took ${taken}`);
    if (state === 'rejected' && (taken > 0 || !server.refused.has(address)))
      breaches.push(`${address} is rejected, the server took ${taken}`);
    if (!['accepted', 'rejected', 'in-doubt'].includes(state)) breaches.push(`${address} is lost: ${state}`);
  }
  return breaches.slice(0, 20);
}

/** Five to a domain, as on a list of people and not of one provider: one that asks for a slower pace holds up few. */
function ofManyDomains(people: readonly Candidate[]): Candidate[] {
  return people.map((person, index) => ({
    ...person,
    address: person.address.replace('@', `@d${Math.floor(index / 5)}.`),
  }));
}
