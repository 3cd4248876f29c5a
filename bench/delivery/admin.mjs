/** How soon the admin answers, at rest and while the worker that it started sends as fast as it can. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  answerOf,
  freeze,
  freePort,
  kill,
  median,
  openBenchLedger,
  percentile,
  start,
  startSink,
} from './machinery.mjs';
import { theEdition } from './messages.mjs';

/** What somebody at the desk looks at in such an hour: the list of articles, of issues, the campaigns, one campaign. */
const routes = (campaignId) => [
  '/content-manager/collection-types/plugin::newsletter.article?page=1&pageSize=10',
  '/content-manager/collection-types/plugin::newsletter.issue?page=1&pageSize=10',
  '/newsletter/issues',
  `/newsletter/campaigns/${campaignId}/deliveries?page=1&pageSize=25`,
];

export async function admin({ rounds, askMs, say }) {
  const database = await openBenchLedger('sqlite');
  const sink = await startSink();
  const port = await freePort();
  const cms = start('cms-of-the-bench.mjs', [
    database.folder,
    database.environment.LEDGER_FILE,
    port,
    sink.port,
  ]);
  try {
    const { token } = await answerOf(cms, 'ready');
    const { campaignId } = await freeze(database.ledger, await theEdition(), 100_000);
    const intend = (intent) => database.ledger.run(`UPDATE campaign SET intent = ?`, [intent]);
    const ask = async (route) => {
      const begin = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}${route}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${route} answered ${answer.status}`);
      return performance.now() - begin;
    };
    const askFor = async (ms) => {
      const times = [];
      const end = performance.now() + ms;
      while (performance.now() < end) for (const route of routes(campaignId)) times.push(await ask(route));
      return times;
    };
    await intend('pause');
    await delay(3_000);
    await askFor(askMs);
    const found = { rest: [], sending: [], perSecond: [] };
    for (let round = 0; round < rounds; round += 1) {
      await intend('pause');
      await delay(1_000);
      found.rest.push(percentile(await askFor(askMs), 0.95));
      await intend('run');
      await sink.next();
      await delay(1_000);
      const from = await sink.count();
      found.sending.push(percentile(await askFor(askMs), 0.95));
      const to = await sink.count();
      found.perSecond.push(((to.count - from.count) * 1_000) / (to.at - from.at));
    }
    const result = Object.fromEntries(Object.entries(found).map(([name, runs]) => [name, median(runs)]));
    say(
      `p95 ${result.rest.toFixed(1)} ms at rest, ${result.sending.toFixed(1)} ms while ${result.perSecond.toFixed(0)} messages leave each second`,
    );
    return result;
  } finally {
    await kill(cms);
    await sink.close();
    await database.close();
  }
}
