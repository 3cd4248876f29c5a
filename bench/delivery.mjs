/**
 * `npm run bench -- delivery`: what sending costs, each part against the same null sink in one run, as medians.
 *
 *     --only rates,makers,freezing,restart,growth,admin   some parts
 *     --quick                                             3 rounds, short windows, no million
 *     --rounds 5                                          how often each is measured
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from './delivery/parts.mjs';
import { root } from './delivery/messages.mjs';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});
const { quick } = values;
const rounds = Number(values.rounds ?? (quick ? 3 : 5));
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}

const say = (line) => process.stdout.write(`${line}\n`);
const minutes = wanted.reduce((sum, name) => sum + parts[name].minutes[quick ? 0 : 1], 0);
say(`Parts: ${wanted.join(', ')}. Medians of ${rounds}; about ${minutes} minutes, an hour at most.`);
// A server of the bench that hangs would hold it for ever.
setTimeout(() => {
  say('Broken off after an hour.');
  process.exit(1);
}, 3_600_000).unref();

const begin = performance.now();
const result = { node: process.version, cpus: cpus().length, date: new Date().toISOString(), rounds, quick };
const aims = [];
result.aims = aims;
/** After each part, so that a run that is broken off leaves what it found. */
async function keep() {
  await mkdir(path.join(root, 'bench/results'), { recursive: true });
  await writeFile(path.join(root, 'bench/results/delivery.json'), `${JSON.stringify(result, null, 2)}\n`);
}
for (const name of wanted) {
  say(`\n${name}`);
  result[name] = await parts[name].run({ rounds, quick, say });
  aims.push(...parts[name].aims(result[name]));
  await keep();
}
result.minutes = (performance.now() - begin) / 60_000;
say('');
for (const { aim, wanted: limit, measured, met } of aims)
  say(`${met ? 'met   ' : 'missed'} ${aim.padEnd(64)} ${measured.toFixed(2).padStart(10)} (aim ${limit})`);
say(`\n${result.minutes.toFixed(1)} minutes`);
await keep();
process.exit(0);
