import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repositoryDir } from '../settings/paths';
import { settingsReference } from '../settings/reference';
import { runCommand } from '../terminal/run-command';

/** `npm run docs:settings`: writes the settings' reference, after a setting or its description has changed. */
runCommand(async () => {
  for (const [name, remake] of Object.entries(settingsReference)) {
    const file = path.join(repositoryDir, name);
    await writeFile(file, remake(await readFile(file, 'utf8')));
    process.stdout.write(`Wrote ${name}.\n`);
  }
  return 0;
});
