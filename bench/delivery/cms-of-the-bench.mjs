/** The CMS with the sample in it and its own worker: `node cms-of-the-bench.mjs DATA_DIR LEDGER_FILE PORT SMTP_PORT`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './messages.mjs';

const [dataDir, ledgerFile, port, smtpPort] = process.argv.slice(2);
const load = createRequire(path.join(root, 'cms/app/dist/src/index.js'));
const secrets = load('./settings/secrets').randomSecrets();
const settings = load('./settings').readSettings({
  ...secrets,
  NODE_ENV: 'test',
  PORT: port,
  NACHRA_DATA_DIR: dataDir,
  LEDGER_FILE: ledgerFile,
  NACHRA_SIGN_IN_LIMIT: 'false',
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  LOG_LEVEL: 'silent',
});
const strapi = await load('./boot/boot').bootCms(settings, { serveAdmin: false });
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(Number(port), '127.0.0.1', resolve));
await load('./seed/seed').seedDemo(strapi);
const [email, password] = ['bench@nachra.test', 'Correct-Horse-1'];
const account = { email, password, firstname: 'Bench', lastname: 'Test', role: 'strapi-super-admin' };
await load('./accounts/ensure-admin').ensureAccount(strapi, account);
const answer = await fetch(`http://127.0.0.1:${port}/admin/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email, password }),
});
process.send({ type: 'ready', token: (await answer.json()).data.token });
process.on('disconnect', () => process.exit());
