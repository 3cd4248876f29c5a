import { bootCms } from '../boot/boot';
import { secondFactorsOf } from '../sign-in/second-factor/second-factors';
import { findHolder } from '../sign-in/second-factor/tickets';
import { commandSettings } from '../terminal/environment';
import { CommandError, runCommand } from '../terminal/run-command';

const usage = 'Usage: npm run remove-second-factor -- salma@example.org';

/**
 * `npm run remove-second-factor -- EMAIL`: for somebody who has lost both phone and recovery codes, where no administrator can help.
 * Ends the sessions of the account; the journal says that it was done at the terminal.
 */
runCommand(async () => {
  const [given, ...rest] = process.argv.slice(2);
  if (given === undefined || given.startsWith('-') || rest.length > 0)
    throw new CommandError('ACCOUNT_INCOMPLETE', usage);
  const settings = await commandSettings({ writeSecrets: false, environment: 'production' });
  const strapi = await bootCms({ ...settings, worker: 'none', logLevel: 'warn' }, { serveAdmin: false });
  try {
    const account = await findHolder(strapi, { email: given.trim().toLowerCase() });
    const isGone = account !== null && (await secondFactorsOf(strapi)?.remove(account, null));
    if (!isGone) throw new CommandError('NO_SECOND_FACTOR', `No account ${given} has a second factor.`);
    process.stdout.write(`Removed the second factor of ${given}. Its sessions were ended.\n`);
  } finally {
    await strapi.destroy();
  }
  return 0;
});
