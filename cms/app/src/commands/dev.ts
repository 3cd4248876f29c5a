import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { prepareDataDir } from '../boot/data-dir';
import { appDir, environmentFile } from '../settings/paths';
import { commandSettings, environmentOfCommand } from '../terminal/environment';
import { runCommand } from '../terminal/run-command';
import { assertMailboxInstalled, startMailbox } from '../terminal/mailbox';
import { mailboxPorts } from '../terminal/mailbox-ports';
import { assertPortsFree } from '../terminal/ports';
import { rebuildPackages } from '../terminal/rebuild-packages';

/** `npm run dev`: Strapi that reloads on every change of its own, the plugin's and the libraries', its worker, and a local mailbox that mails nobody. */
runCommand(async () => {
  await assertMailboxInstalled();
  const settings = await commandSettings({ writeSecrets: true, environment: 'development' });
  const environment = await environmentOfCommand();
  const ports = mailboxPorts(environment);
  await assertPortsFree([
    { purpose: 'CMS', host: settings.host, port: settings.port, variable: 'PORT' },
    { purpose: 'mailbox, SMTP', host: '127.0.0.1', port: ports.smtp, variable: 'MAILBOX_SMTP_PORT' },
    { purpose: 'mailbox, web page', host: '127.0.0.1', port: ports.web, variable: 'MAILBOX_WEB_PORT' },
  ]);
  await prepareDataDir(settings);
  const mailbox = await startMailbox(ports);
  process.stdout.write(`Admin    ${settings.publicUrl}/admin\nMailbox  http://localhost:${ports.web}\n\n`);

  const strapiCli = createRequire(__filename)
    .resolve('@strapi/strapi/package.json')
    .replace(/package\.json$/, 'bin/strapi.js');
  const child = spawn(process.execPath, [strapiCli, 'develop'], {
    cwd: appDir,
    stdio: 'inherit',
    env: {
      ...environment,
      NODE_ENV: 'development',
      ENV_PATH: environmentFile,
      SMTP_URL: environment['SMTP_URL'] || `smtp://127.0.0.1:${ports.smtp}`,
    },
  });
  const stopRebuilding = rebuildPackages(settings);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 0)));
  stopRebuilding();
  await mailbox.close();
  return code;
});
