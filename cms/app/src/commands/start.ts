import { adviceOf } from '@nachra/delivery';
import { bootCms } from '../boot/boot';
import { prepareDataDir } from '../boot/data-dir';
import { settingDescriptions } from '../settings/descriptions';
import { CmsError } from '../settings/errors';
import { firstAdministratorAddress } from '../sign-in/first-administrator';
import { ensureAdminBuilt } from '../terminal/ensure-admin-built';
import { commandSettings } from '../terminal/environment';
import { runCommand } from '../terminal/run-command';
import { assertPortsFree } from '../terminal/ports';
import { stopOnSignal } from '../terminal/stop-on-signal';

/** `npm start`: production. Asks for its secrets and its mail server instead of making any up. */
runCommand(async () => {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const stopping = stopOnSignal(say);
  const settings = await commandSettings({ writeSecrets: false, environment: 'production' });
  if (settings.sending.servers.length === 0) {
    throw new CmsError(
      'SMTP_URL_MISSING',
      `Nachra cannot start:\n  SMTP_URL is missing. Set it to ${adviceOf(settingDescriptions.SMTP_URL)}.`,
    );
  }
  await assertPortsFree([{ purpose: 'CMS', host: settings.host, port: settings.port, variable: 'PORT' }]);
  await prepareDataDir(settings);
  await ensureAdminBuilt(settings, say);
  const strapi = await bootCms(settings);
  stopping.closes(() => strapi.destroy());
  await strapi.listen();
  say(`Nachra is ready: ${settings.publicUrl}/admin`);
  const first = await firstAdministratorAddress(strapi, settings);
  if (first !== null) say(`There is no account yet. Make the first one at ${first}`);
});
