import { setTimeout as delay } from 'node:timers/promises';
import type { LedgerBench } from '../support/campaign';
import { beginOrdeal, group, type Ordeal } from './ordeal';
import type { Random } from './random';
import { startHostileServer } from './server';

/** Kills of one campaign; for more there are more campaigns. */
const killsOfACampaign = 15;

/**
 * Sends to 2,000, kills a worker at random moments, starts another, and so on, until so many have been killed; half of
 * them of one worker alone, half of two that share the campaign. A moment is a number of messages and some milliseconds
 * after it, so that a kill falls before, between and within the writes; one in five falls while the worker starts.
 *
 * @returns broken rules, in words
 */
export async function killAtRandom(bench: LedgerBench, random: Random, kills: number): Promise<string[]> {
  let left = kills;
  for (let campaign = 1; left > 0; campaign += 1) {
    const server = await startHostileServer();
    const ordeal = await beginOrdeal({
      bench,
      server,
      random: random.of(`campaign ${campaign}`),
      people: 2_000,
    });
    try {
      await killSome(ordeal, Math.min(left, killsOfACampaign));
      await ordeal.finish();
      const breaches = await ordeal.judge(ordeal.kills() * group);
      if (ordeal.kills() === 0) breaches.push('the campaign was over before anything was killed');
      if (breaches.length > 0) return breaches;
      left -= ordeal.kills();
    } finally {
      await ordeal.end();
    }
  }
  return [];
}

async function killSome(ordeal: Ordeal, kills: number): Promise<void> {
  const { random, server, people } = ordeal;
  const workers = [ordeal.start()];
  while (ordeal.kills() < kills) {
    if (random.chance(0.2)) await delay(random.int(0, 900));
    else {
      await server.more(random.int(1, Math.floor((1.4 * people) / (kills + 2))));
      await delay(random.int(0, 12));
    }
    if ((await ordeal.progress()).status === 'complete') return;
    const [victim] = workers.splice(random.int(0, workers.length - 1), 1);
    if (victim) await ordeal.kill(victim);
    const hands = ordeal.kills() < kills / 2 ? 1 : 2;
    while (workers.length < hands) workers.push(ordeal.start());
  }
}
