// A whole CMS as a process of its own, whose memory and event loop can be measured: nothing else runs in it.
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const load = (file) => require(`../../../cms/app/dist/src/${file}`);
// A run of the tests that is broken off leaves no CMS behind.
process.on('disconnect', () => process.exit(1));

const settings = load('settings').readSettings({
  ...load('settings/secrets').randomSecrets(),
  NODE_ENV: 'test',
  NACHRA_WORKER: 'none',
  NACHRA_SIGN_IN_LIMIT: 'false',
  LOG_LEVEL: 'silent',
  ...process.env,
});
const strapi = await load('boot/boot').bootCms(settings, { serveAdmin: false });
const person = {
  email: 'measured@nachra.test',
  password: 'Correct-Horse-1',
  firstname: 'Rim',
  lastname: 'Test',
};
await load('accounts/ensure-admin').ensureAccount(strapi, person);
await strapi.listen();

const loop = monitorEventLoopDelay({ resolution: 5 });
let [rest, most, before] = [0, 0, 0];
setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5).unref();

process.on('message', (asked) => {
  const rss = process.memoryUsage.rss();
  if (asked === 'begin') {
    [rest, most, before] = [rss, rss, process.resourceUsage().maxRSS];
    loop.reset();
    loop.enable();
    process.send({});
  } else {
    // The system's own mark of the most there ever was catches what falls between two looks, once it is passed.
    const { maxRSS } = process.resourceUsage();
    if (maxRSS > before) most = Math.max(most, maxRSS * 1024);
    process.send({ peak: most - rest, kept: rss - rest, loop: loop.max / 1e6 });
  }
});
process.send({ url: `http://127.0.0.1:${settings.port}`, ...person });
