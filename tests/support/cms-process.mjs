// A whole CMS as a process of its own, to be killed: boots the compiled CMS with the variables it is given, and tells its
// parent when it listens. With NACHRA_CHAOS_READERS it first makes N° 242, an account and so many readers.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const load = (file) => require(`../../cms/app/dist/src/${file}`);
const { NACHRA_CHAOS_READERS: readers, NACHRA_CHAOS_PASSWORD: password, ...environment } = process.env;

// A run of the tests that is broken off leaves no CMS behind.
process.on('disconnect', () => process.exit(1));

// Stops as `npm start` does: with its worker, which finishes what is on its way.
const stopping = load('terminal/stop-on-signal').stopOnSignal(() => undefined);
const settings = load('settings').readSettings(environment);
const strapi = await load('boot/boot').bootCms(settings, { serveAdmin: false });
stopping.closes(() => strapi.destroy());
if (readers !== undefined) await prepare(Number(readers));
await strapi.listen();
process.send?.('ready');

async function prepare(count) {
  const person = { email: 'chaos@nachra.test', password, firstname: 'Rim', lastname: 'Test' };
  await load('accounts/ensure-admin').ensureAccount(strapi, person);
  await load('seed/seed').seedDemo(strapi);
  const { documentId } = await strapi.documents('plugin::newsletter.list').findFirst();
  const subscribers = strapi.documents('plugin::newsletter.subscriber');
  for (let at = await subscribers.count({}); at < count; at += 1) {
    const data = { address: `r${at}@chaos.test`, language: 'fr', confirmed: true, lists: [documentId] };
    await subscribers.create({ data });
  }
}
