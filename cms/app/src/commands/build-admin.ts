import path from 'node:path';
import { readSettings } from '../settings';
import { repositoryDir } from '../settings/paths';
import { randomSecrets } from '../settings/secrets';
import { ensureAdminBuilt } from '../terminal/ensure-admin-built';
import { runCommand } from '../terminal/run-command';

/**
 * `npm run build:admin`: builds the admin ahead of the first start, as an image or a pipeline does. The secrets that
 * the configuration asks for are random here and reach no file.
 */
runCommand(async () => {
  const settings = readSettings({
    ...randomSecrets(),
    NODE_ENV: 'production',
    NACHRA_DATA_DIR: path.join(repositoryDir, 'data'),
    SMTP_URL: 'smtp://127.0.0.1:1025',
  });
  await ensureAdminBuilt(settings, (line) => process.stdout.write(`${line}\n`));
  return 0;
});
