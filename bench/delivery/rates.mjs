/** Messages per second and CPU per message, each sender against the same null sink, one window of time after the other. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  cpuMs,
  freeze,
  kill,
  median,
  openBenchLedger,
  postgresPrograms,
  start,
  startSink,
  startWorker,
} from './machinery.mjs';
import { theEdition } from './messages.mjs';

const client =
  (kind) =>
  ({ port, connections }) => [start('clients.mjs', [kind, port, connections])];

/** Long enough for what a just-in-time compiler wants to have seen, in ms. */
const warmUpMs = 700;

export async function rates({ rounds, windowMs, connections, delays, say }) {
  const edition = await theEdition();
  const databases = [await openBenchLedger('sqlite')];
  if (postgresPrograms()) databases.push(await openBenchLedger('postgres'));
  const senders = {
    'raw socket, finished bytes': client('raw-socket'),
    'nodemailer pool, html and text': client('pool-html'),
    'nodemailer pool, raw': client('pool-raw'),
  };
  for (const { kind, environment } of databases) {
    const workers = (count) => (target) =>
      Array.from({ length: count }, () => startWorker(environment, target));
    senders[`one worker, ${kind}`] = workers(1);
    if (kind === 'postgres') senders['two workers, postgres'] = workers(2);
  }
  const results = [];
  try {
    for (const delayMs of delays) {
      for (const count of connections) {
        const found = Object.fromEntries(Object.keys(senders).map((name) => [name, []]));
        for (let round = 0; round < rounds; round += 1) {
          // One of each in turn, so that what else the machine does falls on all alike.
          for (const [name, begin] of Object.entries(senders)) {
            const database = databases.find(({ kind }) => name.endsWith(kind));
            if (database) await refill(database, edition);
            found[name].push(await measure(begin, { delayMs, connections: count, windowMs }));
          }
        }
        for (const [name, runs] of Object.entries(found)) {
          const result = { sender: name, connections: count, delayMs };
          for (const figure of Object.keys(runs[0])) result[figure] = median(runs.map((run) => run[figure]));
          results.push(result);
          say(
            `${String(delayMs).padStart(3)} ms ${String(count).padStart(3)} connections  ${name.padEnd(31)}` +
              `${result.perSecond.toFixed(0).padStart(8)}/s ${result.cpuMs.toFixed(3).padStart(8)} ms CPU  (sink ${result.sinkCpuShare.toFixed(2)})`,
          );
        }
      }
    }
  } finally {
    for (const database of databases) await database.close();
  }
  return results;
}

/** Somebody has to be left to send to, however fast it goes. */
async function refill({ ledger, kind }, edition) {
  const [{ count }] = await ledger.rows(
    `SELECT COUNT(*) AS count FROM delivery WHERE state IN ('queued', 'deferred')`,
  );
  if (Number(count) < 30_000) await freeze(ledger, edition, kind === 'sqlite' ? 100_000 : 60_000);
}

async function measure(begin, { delayMs, connections, windowMs }) {
  const sink = await startSink(delayMs);
  const first = sink.next();
  const children = begin({ port: sink.port, connections });
  try {
    await first;
    await delay(warmUpMs);
    const cpu = () => children.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
    const [from, cpuFrom, sinkFrom] = [await sink.count(), cpu(), cpuMs(sink.pid)];
    await delay(windowMs);
    const [to, cpuTo, sinkTo] = [await sink.count(), cpu(), cpuMs(sink.pid)];
    const messages = to.count - from.count;
    const ms = to.at - from.at;
    return {
      perSecond: (messages * 1_000) / ms,
      cpuMs: (cpuTo - cpuFrom) / messages,
      sinkCpuShare: (sinkTo - sinkFrom) / ms,
    };
  } finally {
    await Promise.all(children.map(kill));
    await sink.close();
  }
}
