/** What a campaign costs as it grows, how fast it is frozen, and how soon it goes on after a kill. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  cpuMs,
  freeze,
  kill,
  median,
  memoryMb,
  openBenchLedger,
  postgresPrograms,
  startSink,
  startWorker,
} from './machinery.mjs';
import { small, theEdition } from './messages.mjs';

const kinds = () => (postgresPrograms() ? ['sqlite', 'postgres'] : ['sqlite']);

/** Recipients frozen in a second, each time in an empty database. */
export async function freezing({ rounds, people, say }) {
  const edition = await theEdition();
  const found = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds()) {
      const database = await openBenchLedger(kind);
      const { ms } = await freeze(database.ledger, edition, people);
      await database.close();
      (found[kind] ??= []).push((people * 1_000) / ms);
    }
  }
  return Object.entries(found).map(([kind, runs]) => {
    const perSecond = median(runs);
    say(`${kind.padEnd(10)} ${perSecond.toFixed(0).padStart(8)} recipients/s, of ${people}`);
    return { database: kind, people, perSecond };
  });
}

/** From `kill -9` of the only worker, in the middle of a send, to the first message of the one that is started at once. */
export async function restart({ rounds, say }) {
  const edition = await theEdition();
  const results = [];
  for (const kind of kinds()) {
    const database = await openBenchLedger(kind);
    const sink = await startSink();
    const target = { port: sink.port, connections: 5 };
    await freeze(database.ledger, edition, 50_000);
    const found = { ms: [], inDoubt: [] };
    const doubts = async () => {
      const [row] = await database.ledger.rows(
        `SELECT COUNT(*) AS count FROM delivery WHERE state = 'in-doubt'`,
      );
      return Number(row.count);
    };
    let worker = startWorker(database.environment, target);
    for (let round = 0; round < rounds; round += 1) {
      await sink.next();
      await delay(500);
      const before = await doubts();
      await kill(worker);
      const killed = Date.now();
      worker = startWorker(database.environment, target);
      const { at } = await sink.next();
      found.ms.push(at - killed);
      found.inDoubt.push((await doubts()) - before);
    }
    await kill(worker);
    await sink.close();
    await database.close();
    const result = { database: kind, ms: median(found.ms), mostInDoubt: Math.max(...found.inDoubt) };
    say(
      `${kind.padEnd(10)} ${String(result.ms).padStart(6)} ms; at most ${result.mostInDoubt} in doubt after a kill`,
    );
    results.push(result);
  }
  return results;
}

/** One campaign of each size, whole, in small messages: CPU and time per message, and the worker's memory. */
export async function growth({ sizes, say }) {
  const edition = small(await theEdition());
  const results = [];
  for (const kind of kinds()) {
    for (const people of sizes) {
      const result = await sendAll(kind, edition, people);
      results.push(result);
      say(
        `${kind.padEnd(10)} ${String(people).padStart(8)} recipients ${result.perSecond.toFixed(0).padStart(7)}/s ` +
          `${result.cpuMs.toFixed(3)} ms CPU each, ${result.medianMb.toFixed(0)} MB (most ${result.mostMb.toFixed(0)}), ` +
          `first and last tenth ${result.tenths.map((ms) => ms?.toFixed(3) ?? '–').join(' and ')} ms`,
      );
    }
  }
  return results;
}

async function sendAll(kind, edition, people) {
  const database = await openBenchLedger(kind);
  const sink = await startSink();
  try {
    await freeze(database.ledger, edition, people);
    const first = sink.next();
    const worker = startWorker(database.environment, { port: sink.port, connections: 20 });
    await first;
    await delay(500);
    const readings = [];
    for (let taken = 0; taken < people;) {
      const { count, at } = await sink.count();
      taken = count;
      readings.push({ count, at, cpu: cpuMs(worker.pid), mb: memoryMb(worker.pid) });
      await delay(50);
    }
    await kill(worker);
    const [begin, end] = [readings[0], readings.at(-1)];
    const cpuEach = (from, to) =>
      to.count > from.count ? (to.cpu - from.cpu) / (to.count - from.count) : null;
    const after = (share) => readings.find(({ count }) => count >= people * share) ?? end;
    return {
      database: kind,
      people,
      perSecond: ((end.count - begin.count) * 1_000) / (end.at - begin.at),
      cpuMs: cpuEach(begin, end),
      tenths: [cpuEach(begin, after(0.1)), cpuEach(after(0.9), end)],
      medianMb: median(readings.slice(Math.floor(readings.length / 2)).map(({ mb }) => mb)),
      mostMb: Math.max(...readings.map(({ mb }) => mb)),
    };
  } finally {
    await sink.close();
    await database.close();
  }
}
