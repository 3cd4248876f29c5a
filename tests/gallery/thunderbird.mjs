import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const programs = ['/usr/bin/thunderbird', '/usr/bin/Xvfb'];

/** Whether this machine has Thunderbird, and the screen without a monitor that it is shown on. */
export const hasThunderbird = programs.every((program) => existsSync(program));

/** A window that is higher than any edition, so that nothing has to be scrolled. */
const screen = { width: 700, height: 14_000 };
/** Rows of the window below the mail: its status bar. */
const statusBar = 40;
/** Rows that a mail has at least; before, it is not there yet. */
const shortest = 3_000;
const longestWait = 120;

const quiet = {
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.spotlight.firstRunDone': true,
  'mailnews.start_page.enabled': false,
  'mail.shell.checkDefaultClient': false,
  'mail.rights.version': 1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
};

/**
 * Opens a message in a Thunderbird of its own and takes one picture of its whole window.
 *
 * @param message the bytes of the mail
 * @param shown `pictures`: whether remote ones are fetched, which Thunderbird asks its reader; `dark`: by its own dark theme
 * @returns RGBA, row by row, and the last row that shows something
 * @throws when nothing is shown within two minutes
 */
export async function inThunderbird(message, { pictures, dark }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-thunderbird-'));
  const children = [];
  try {
    const settings = {
      ...quiet,
      'mailnews.message_display.disable_remote_image': !pictures,
      ...(dark && {
        'ui.systemUsesDarkTheme': 1,
        'extensions.activeThemeID': 'thunderbird-compact-dark@mozilla.org',
      }),
    };
    const lines = Object.entries(settings).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    );
    await writeFile(path.join(folder, 'user.js'), lines.join('\n'));
    const place = { screenX: '0', screenY: '0', sizemode: 'normal' };
    const size = { width: String(screen.width), height: String(screen.height) };
    const window = {
      'chrome://messenger/content/messageWindow.xhtml': { messengerWindow: { ...place, ...size } },
    };
    await writeFile(path.join(folder, 'xulstore.json'), JSON.stringify(window));
    const file = path.join(folder, 'mail.eml');
    await writeFile(file, message);

    const display = await openScreen(folder, children);
    const start = ['--profile', folder, '--no-remote', '-file', file];
    children.push(
      spawn('thunderbird', start, { env: { ...environment(), DISPLAY: display }, stdio: 'ignore' }),
    );
    return await settled(path.join(folder, 'Xvfb_screen0'));
  } finally {
    for (const child of children.reverse()) await ended(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Serves pictures to the mail client, on this machine alone; `offer` says which, `close` ends it. */
export async function serveAssets() {
  const files = new Map();
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    response.writeHead(file ? 200 : 404, { 'content-type': 'image/png' }).end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    offer: (assets) =>
      assets.forEach(({ name, base64 }) => files.set(`/${name}`, Buffer.from(base64, 'base64'))),
    close: () => server.close(),
  };
}

/** What a program needs of the environment: where programs are, and a home that is not the person's. */
function environment() {
  return { PATH: '/usr/bin:/bin', HOME: tmpdir(), LANG: 'C.UTF-8' };
}

function openScreen(folder, children) {
  const size = `${screen.width}x${screen.height}x24`;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', size, '-fbdir', folder, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  children.push(server);
  return new Promise((resolve, reject) => {
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  return exit;
}

/** The screen, once it shows a mail and has not changed for three seconds. */
async function settled(frameBuffer) {
  let before = null;
  for (let second = 0; second < longestWait; second += 3) {
    await wait(3_000);
    const dump = await readFile(frameBuffer);
    const shown = readDump(dump);
    if (before?.equals(dump) && shown.end >= shortest) return shown;
    before = dump;
  }
  throw new Error('Thunderbird shows no mail.');
}

/** Reads an X window dump of 32 bits a pixel, as Xvfb keeps its screen. @see https://www.x.org/releases/current/doc/man/man1/xwd.1.xhtml */
function readDump(dump) {
  const field = (index) => dump.readUInt32BE(4 * index);
  const [headerSize, width, height, lineBytes, colours] = [0, 4, 5, 12, 19].map(field);
  const pixels = dump.subarray(headerSize + 12 * colours);
  const data = Buffer.alloc(4 * width * height, 255);
  let end = 0;
  for (let row = 0; row < height; row += 1) {
    const line = pixels.subarray(row * lineBytes, row * lineBytes + 4 * width);
    for (let at = 0; at < line.length; at += 4) {
      const to = 4 * width * row + at;
      data[to] = line[at + 2];
      data[to + 1] = line[at + 1];
      data[to + 2] = line[at];
      if (row < height - statusBar && line.readUInt32LE(at) !== line.readUInt32LE(0)) end = row;
    }
  }
  return { data, width, height, end };
}
