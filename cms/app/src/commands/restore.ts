import { endOnSignal, installationOfCommand, namedFile } from '../backup/installation';
import { restoreBackup } from '../backup/restore-backup';
import { runCommand } from '../terminal/run-command';

/** `npm run restore -- FILE`: brings an installation back into an empty place, where all sending waits for a person. */
runCommand(async () => {
  endOnSignal();
  const { file, withOtherSecrets } = namedFile('restore');
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const installation = await installationOfCommand();
  const { madeAt, leftOut } = await restoreBackup(installation, file, { withOtherSecrets }, say);
  for (const what of leftOut) say(`Was not in it: ${what}`);
  say(
    `Restored as it was at ${madeAt}. All sending is held: start Nachra, and decide at the desk, on the page “Held sends”, what becomes of each send.`,
  );
  return 0;
});
