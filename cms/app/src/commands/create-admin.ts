import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureAccount } from '../accounts/ensure-admin';
import { bootCms } from '../boot/boot';
import { passwordRefusal } from '../sign-in/password-fault';
import { signInWords } from '../sign-in/sign-in-words';
import { openAsker } from '../terminal/open-asker';
import { commandSettings } from '../terminal/environment';
import { CommandError, runCommand } from '../terminal/run-command';

const usage =
  'Usage: npm run create-admin -- --email salma@example.org --firstname Salma [--lastname Benali]. What is not given is asked for; the password is always asked for, or read from standard input.';

/**
 * `npm run create-admin`: makes a super admin, the first one or another. The password is no argument, since everybody on the
 * machine can read those.
 */
runCommand(async () => {
  const settings = await commandSettings({ writeSecrets: false, environment: 'production' });
  const account = await askForAccount();
  const strapi = await bootCms({ ...settings, worker: 'none', logLevel: 'warn' }, { serveAdmin: false });
  try {
    if (!(await ensureAccount(strapi, account)))
      throw new CommandError(
        'ACCOUNT_EXISTS',
        `There is an account for ${account.email}. It was left as it is.`,
      );
    process.stdout.write(`Made ${account.email}. Sign in at ${settings.publicUrl}/admin\n`);
  } finally {
    await strapi.destroy();
  }
  return 0;
});

/** @throws {CommandError} code `ACCOUNT_INCOMPLETE` or `PASSWORD_REFUSED` */
async function askForAccount() {
  const given = argumentsOfCommand();
  const asker = openAsker();
  try {
    const email = z
      .email()
      .safeParse(((given.email ?? (await asker.ask('E-mail address'))) || '').trim().toLowerCase());
    if (!email.success) throw new CommandError('ACCOUNT_INCOMPLETE', `This is no e-mail address. ${usage}`);
    const firstname = ((given.firstname ?? (await asker.ask('First name'))) || '').trim();
    if (firstname === '') throw new CommandError('ACCOUNT_INCOMPLETE', `A first name is missing. ${usage}`);
    const password = (await asker.ask('Password', { hidden: true })) ?? '';
    const refusal = passwordRefusal(password);
    if (refusal !== null) throw new CommandError('PASSWORD_REFUSED', sentenceOf(refusal));
    return { email: email.data, firstname, lastname: given.lastname ?? '', password };
  } finally {
    asker.close();
  }
}

function sentenceOf(refusal: NonNullable<ReturnType<typeof passwordRefusal>>): string {
  const words = signInWords('en');
  return refusal === 'weak' ? words.page.weak : words.passwords[refusal];
}

/** @throws {CommandError} code `ACCOUNT_INCOMPLETE`: an argument that is not known */
function argumentsOfCommand(): { email?: string; firstname?: string; lastname?: string } {
  try {
    const option = { type: 'string' } as const;
    return parseArgs({ options: { email: option, firstname: option, lastname: option } }).values;
  } catch {
    throw new CommandError('ACCOUNT_INCOMPLETE', usage);
  }
}
