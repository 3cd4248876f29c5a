// The breaking suite in its long form: npm run chaos -- [--kills 100] [--seed N]
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 100);
if (!Number.isInteger(kills) || kills < 1) {
  console.error(`--kills ${values.kills} is no number of kills. Give a whole number, such as 100.`);
  process.exit(1);
}
const seed = values.seed ?? process.env.NACHRA_CHAOS_SEED ?? String(randomInt(1, 2 ** 31));
console.log(`${kills} kills, seed ${seed}`);
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'chaos'], {
  stdio: 'inherit',
  env: { ...process.env, NACHRA_CHAOS_KILLS: String(kills), NACHRA_CHAOS_SEED: seed },
});
process.exit(status ?? 1);
