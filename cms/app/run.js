'use strict';

/**
 * `node cms/app/run.js <command> [arguments]`: runs a command of `src/commands` as it was built. Where nothing was built
 * (`npm ci --ignore-scripts`, or a failed build) it says in a sentence what to run.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const [, , name] = process.argv;
const command = join(__dirname, 'dist/src/commands', `${name}.js`);
if (existsSync(command)) {
  process.argv.splice(1, 2, command);
  require(command);
} else {
  process.stderr.write(
    '\n✗ Nachra is not built here. Run `npm ci` (without --ignore-scripts), then this command again.\n',
  );
  process.exitCode = 1;
}
