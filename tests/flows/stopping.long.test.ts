import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { expect, describe, it } from 'vitest';
import { freePort } from '../support/free-port';
import { repositoryRoot } from '../support/repository';
import { until } from '../support/until';

/** `npm run demo` on ports of its own, and what it has said so far. */
async function startDemo() {
  const [cms, smtp, web] = [await freePort(), await freePort(), await freePort()];
  const child = spawn(process.execPath, ['cms/app/dist/src/commands/demo.js'], {
    cwd: repositoryRoot,
    env: {
      PATH: process.env['PATH'],
      PORT: String(cms),
      MAILBOX_SMTP_PORT: String(smtp),
      MAILBOX_WEB_PORT: String(web),
    },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said, ended, ports: [cms, smtp, web] };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('a demo that is asked to stop', () => {
  it.each([
    ['SIGTERM', 'in the middle of its send', 'Sending N° 242'],
    ['SIGINT', 'once it stands', 'Ctrl-C stops everything'],
  ] as const)('by %s %s says so, closes everything and leaves with 0', async (signal, _when, line) => {
    const { child, said, ended, ports } = await startDemo();
    try {
      // Step by step, each with the patience of one: beside other flows the boot alone may take most of it.
      for (const step of ['MailDev API running', 'production mode', 'Seeded', line])
        await until(
          () => said.out,
          (out) => out.includes(step) || child.exitCode !== null,
          step,
        );
      child.kill(signal);
      expect(await ended, said.out + said.err).toBe(0);
      expect(said.out).toContain('Stopped.');
      expect(said.err).not.toMatch(/^\s+at /m);
      for (const port of ports) expect(await answers(port)).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
