import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { publicLinks } from '@nachra/delivery';
import { ensureAccount } from '../accounts/ensure-admin';
import { bootCms } from '../boot/boot';
import { seedDemo } from '../seed/seed';
import { readSettings, type Settings } from '../settings';
import { repositoryDir } from '../settings/paths';
import { randomSecrets } from '../settings/secrets';
import { ensureAdminBuilt } from '../terminal/ensure-admin-built';
import { environmentOfCommand } from '../terminal/environment';
import { runCommand } from '../terminal/run-command';
import { assertMailboxInstalled, startMailbox } from '../terminal/mailbox';
import { mailboxPorts } from '../terminal/mailbox-ports';
import { assertPortsFree } from '../terminal/ports';
import { stopOnSignal } from '../terminal/stop-on-signal';
import { openDesk } from '../demo/desk-client';
import { sendIssue } from '../demo/send-issue';
import { judge } from '../demo/verdict';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run demo`: the whole product once, on this machine alone. A fresh database, N° 242, a worker, a real SMTP server
 * that keeps what it is given, and one issue sent to 25 imaginary people by the same routes the desk uses. Stays up to
 * be looked at; with `--once` it judges the result and ends, 0 when every message arrived.
 */
runCommand(async () => {
  const stopping = stopOnSignal(say);
  await assertMailboxInstalled();
  const once = process.argv.includes('--once');
  const environment = await environmentOfCommand();
  const ports = mailboxPorts(environment);
  const settings = demoSettings(environment, ports.smtp);

  await assertPortsFree([
    { purpose: 'CMS', host: settings.host, port: settings.port, variable: 'PORT' },
    { purpose: 'mailbox, SMTP', host: '127.0.0.1', port: ports.smtp, variable: 'MAILBOX_SMTP_PORT' },
    { purpose: 'mailbox, web page', host: '127.0.0.1', port: ports.web, variable: 'MAILBOX_WEB_PORT' },
  ]);
  await ensureAdminBuilt(settings, say);
  await rm(settings.dataDir, { recursive: true, force: true });

  say('Starting the mailbox and the CMS …');
  const mailbox = await startMailbox(ports);
  stopping.closes(() => mailbox.close());
  const strapi = await bootCms(settings);
  stopping.closes(() => strapi.destroy());

  const account = { email: 'demo@nachra.test', password: `Demo-${randomBytes(9).toString('base64url')}1` };
  await ensureAccount(strapi, { ...account, firstname: 'Demo', lastname: 'Nachra' });
  const seeded = await seedDemo(strapi);
  say(
    `Seeded ${seeded.issues} issue(s) of N° 242, ${seeded.articles} articles, ${seeded.subscribers} subscribers.`,
  );
  await strapi.listen();

  say('Sending N° 242 to the demonstration list …');
  const desk = await openDesk(`http://127.0.0.1:${settings.port}`, account);
  const campaign = await sendIssue(desk, 242, say);
  const verdict = judge(campaign, await desk.deliveries(campaign.id), await mailbox.messages());
  say(`\n${verdict.table}`);
  for (const reason of verdict.reasons) say(`✗ ${reason}`);

  if (once) {
    await strapi.destroy();
    await mailbox.close();
    say(verdict.ok ? '✓ Every recipient’s message arrived.' : '✗ The demonstration failed.');
    return verdict.ok ? 0 : 1;
  }

  const { publicUrl } = settings;
  const links = publicLinks(publicUrl);
  say(`
Admin        ${publicUrl}/admin   (${account.email} / ${account.password})
Desk         ${publicUrl}/admin/plugins/newsletter
Public page  ${links.issue(242)}   (archive: ${links.archive})
Mailbox      http://localhost:${ports.web}

Ctrl-C stops everything. The next demo starts afresh.`);
  return undefined;
});

/** A world of its own under data/demo, so that a demonstration never touches an installation's data or secrets. */
function demoSettings(environment: Record<string, string | undefined>, smtpPort: number): Settings {
  return readSettings({
    ...randomSecrets(),
    NODE_ENV: 'production',
    LOG_LEVEL: environment['LOG_LEVEL'] ?? 'warn',
    HOST: '127.0.0.1',
    PORT: environment['PORT'] ?? '1337',
    NACHRA_DATA_DIR: path.join(repositoryDir, 'data', 'demo'),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  });
}
