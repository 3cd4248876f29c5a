/**
 * Puts back into package-lock.json that better-sqlite3 13 is not to be compiled. The package says so itself, but npm leaves
 * it out of the lockfile, and `npm ci` then runs node-gyp, which wants Python, make and Node.js' headers for nothing.
 * Idempotent. `npm run lock` calls it; tests/house/lockfile.test.ts says when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const entry = lock.packages['node_modules/better-sqlite3-13'];
const { name, version, ...rest } = entry;
lock.packages['node_modules/better-sqlite3-13'] = { name, version, gypfile: false, ...rest };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
