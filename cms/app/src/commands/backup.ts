import { existsSync } from 'node:fs';
import { makeBackup } from '../backup/make-backup';
import { endOnSignal, installationOfCommand, namedFile } from '../backup/installation';
import { environmentFile } from '../settings/paths';
import { runCommand } from '../terminal/run-command';

/** `npm run backup -- FILE`: one archive of the whole installation, while it runs. */
runCommand(async () => {
  endOnSignal();
  const { file } = namedFile('backup');
  const installation = await installationOfCommand();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const started = Date.now();
  const { bytes, secrets, leftOut } = await makeBackup(installation, file, say);
  say(`Written   ${file}: ${(bytes / 1e6).toFixed(1)} MB in ${Math.ceil((Date.now() - started) / 1000)} s`);
  for (const what of leftOut) say(`Not in it ${what}`);
  if (secrets.length > 0)
    say(
      `Not in it the secrets ${secrets.join(', ')}. Keep ${existsSync(environmentFile) ? environmentFile : 'your variables'} as well, apart from the archive: without them old unsubscribe links end, and nobody can sign in by the tokens they have.`,
    );
  return 0;
});
