import { bootCms } from '../../boot';
import { prepareDataDir } from '../../data-dir';
import { CmsError } from '../../errors';
import { ensureAdminBuilt } from '../admin-build';
import { commandSettings } from '../environment';
import { runCommand } from '../errors';
import { assertPortsFree } from '../ports';
import { stopOnSignal } from '../stop-on-signal';

/** `npm start`: production. Asks for its secrets and its mail server instead of making any up. */
runCommand(async () => {
  const settings = await commandSettings({ writeSecrets: false, environment: 'production' });
  const { SMTP_SERVERS, SMTP_SERVERS_FILE } = settings.passedOn;
  if (settings.smtpUrl === null && !SMTP_SERVERS && !SMTP_SERVERS_FILE) {
    throw new CmsError(
      'SMTP_URL_MISSING',
      'Nachra cannot start:\n  SMTP_URL is missing. Set it to the mail server, such as smtp://name:password@smtp.example.org:587.',
    );
  }
  await assertPortsFree([{ purpose: 'CMS', host: settings.host, port: settings.port, variable: 'PORT' }]);
  await prepareDataDir(settings);
  await ensureAdminBuilt(settings, (line) => process.stdout.write(`${line}\n`));
  const strapi = await bootCms(settings);
  await strapi.listen();
  process.stdout.write(`Nachra is ready: ${settings.publicUrl}/admin\n`);
  stopOnSignal(() => strapi.destroy());
});
