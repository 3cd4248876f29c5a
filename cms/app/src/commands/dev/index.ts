import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { prepareDataDir } from '../../data-dir';
import { appDir, environmentFile } from '../../settings/paths';
import { commandSettings, environmentOfCommand } from '../environment';
import { runCommand } from '../errors';
import { startMailbox } from '../mailbox';
import { mailboxPorts } from '../mailbox-ports';
import { assertPortsFree } from '../ports';

/** `npm run dev`: Strapi that reloads on every change, its worker, and a local mailbox that mails nobody. */
runCommand(async () => {
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
  const child = spawn(process.execPath, [strapiCli, 'develop', '--no-open'], {
    cwd: appDir,
    stdio: 'inherit',
    env: {
      ...environment,
      NODE_ENV: 'development',
      ENV_PATH: environmentFile,
      SMTP_URL: environment['SMTP_URL'] || `smtp://127.0.0.1:${ports.smtp}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 0)));
  await mailbox.close();
  return code;
});
