import { bootCms } from '../boot/boot';
import { seedDemo } from '../seed/seed';
import { commandSettings } from '../terminal/environment';
import { runCommand } from '../terminal/run-command';

/** `npm run seed`: N° 242, its brand, a list and 25 demonstration subscribers. A second run changes nothing. */
runCommand(async () => {
  const settings = await commandSettings({ writeSecrets: true, environment: 'development' });
  const strapi = await bootCms({ ...settings, worker: 'none', logLevel: 'warn' }, { serveAdmin: false });
  try {
    const report = await seedDemo(strapi);
    const made = Object.entries(report).filter(([, count]) => count > 0);
    const words = made.map(([what, count]) => `${count} ${what}`).join(', ');
    process.stdout.write(made.length === 0 ? 'Everything is there already.\n' : `Made ${words}.\n`);
  } finally {
    await strapi.destroy();
  }
  return 0;
});
