import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import { chromium } from 'playwright-core';

const load = createRequire(path.resolve('cms/app/dist/src/index.js'));
const { bootCms } = load('./boot/boot.js');
const { readSettings } = load('./settings/index.js');
const { randomSecrets } = load('./settings/secrets.js');
const { ensureAccount } = load('./accounts/ensure-admin.js');
const { ensureAdminBuilt } = load('./terminal/ensure-admin-built.js');
const { seedDemo } = load('./seed/seed.js');

const account = {
  email: 'bench@nachra.test',
  firstname: 'Bench',
  lastname: 'Live',
  password: 'Correct-Horse-1',
  role: 'strapi-super-admin',
};

/** A CMS of its own with N° 242 in it, and a person who is signed in to its admin, in a real Chromium. */
export async function openAdmin() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-bench-'));
  const settings = readSettings({
    ...randomSecrets(),
    // In tests each answer is held to the wire contract as well.
    NODE_ENV: 'production',
    NACHRA_DATA_DIR: dataDir,
    NACHRA_WORKER: 'none',
    NACHRA_SIGN_IN_LIMIT: 'false',
    LOG_LEVEL: 'silent',
  });
  await ensureAdminBuilt(settings, () => undefined);
  const strapi = await bootCms(settings, { serveAdmin: true });
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const close = async () => {
    await browser.close();
    await strapi.destroy();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await seedDemo(strapi);
    await ensureAccount(strapi, account);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
    page.setDefaultTimeout(120_000);
    await page.goto(`${url}/admin`);
    await page.getByLabel(/E-?mail/i).fill(account.email);
    await page.locator('input[name=password]').fill(account.password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(({ pathname }) => !pathname.includes('/auth/'));
    return { strapi, url, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The value below which a share of them lies. */
export function share(times, part) {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * part) - 1];
}
