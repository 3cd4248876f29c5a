import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const warmUp = 3;
/** What takes longer than this is run ten times instead. */
const long = 400;

/**
 * Runs each work in turn, so that what else the machine does falls on all alike; each begins with the young garbage of the
 * others taken away.
 *
 * @param works by name; each is given the number of its run
 * @returns the median of each in milliseconds of the processor, all threads together: what waits for a busy machine counts not
 */
export async function measure(works, runs) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let run = -warmUp; run < runs; run += 1) {
    for (const [name, work] of Object.entries(works)) {
      if (times[name].length >= 10 && median(times[name]) > long) continue;
      collectGarbage({ type: 'minor' });
      const start = process.cpuUsage();
      await work(run);
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) times[name].push((user + system) / 1000);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
