'use strict';

/**
 * better-sqlite3 13 brings binaries that every Node.js from 22 on loads; on 20 it crashes. Version 12 is compiled for one
 * Node.js, and aborts on 24.19 and later (nodejs/node#65446). knex requires `better-sqlite3` by its name, so this package
 * has it. npm installs the one of the two whose `engines` fit (docs/install.md, "Two versions of SQLite").
 */
const fitting =
  Number.parseInt(process.versions.node, 10) < 22 ? 'better-sqlite3-on-node-20' : 'better-sqlite3-13';

try {
  module.exports = require(fitting);
} catch (cause) {
  if (cause.code !== 'MODULE_NOT_FOUND' && cause.code !== 'ERR_DLOPEN_FAILED') throw cause;
  const sentence = `SQLite is not installed for this Node.js (${process.version}). Run \`npm ci\` with it, scripts included; Node.js 20 also needs its binary from GitHub, or a C++ compiler.`;
  throw Object.assign(new Error(sentence, { cause }), { code: cause.code });
}
