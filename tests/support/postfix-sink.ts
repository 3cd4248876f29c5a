import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { freePort } from './free-port';
import { postfixSinkProgram } from './requires';
import { until } from './until';

/** A message that was taken in full, with the envelope it came in. */
export interface TakenMessage {
  envelopeTo: string;
  message: ParsedMail;
}

/** Postfix's `smtp-sink` on a free port. Whoever starts it closes it. */
export interface PostfixSink {
  url: string;
  /** Every message that its final dot has come of, answered or not. */
  taken(): Promise<TakenMessage[]>;
  close(): Promise<void>;
}

/**
 * @param options of `smtp-sink`, such as `-r .` (a refusal for now after the message) or `-q .` (breaks off there)
 * @see https://www.postfix.org/smtp-sink.1.html
 */
export async function startPostfixSink(options: readonly string[] = []): Promise<PostfixSink> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-postfix-'));
  // It writes as a user without rights when root starts it.
  await chmod(folder, 0o777);
  const port = await freePort();
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const backlog = '100';
  const server = spawn(
    postfixSinkProgram,
    [...user, ...options, '-d', path.join(folder, 'message.'), `127.0.0.1:${port}`, backlog],
    { stdio: 'ignore' },
  );
  const kill = (): void => void server.kill('SIGKILL');
  // A run of the tests that is broken off must leave no server behind.
  process.once('exit', kill);
  await listening(port);
  return {
    url: `smtp://127.0.0.1:${port}`,
    async taken() {
      const files = await readdir(folder);
      return Promise.all(files.map(async (file) => read(await readFile(path.join(folder, file)))));
    },
    async close() {
      process.off('exit', kill);
      const ended = once(server, 'exit');
      kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The sink writes the envelope as headers before the message's own. */
async function read(raw: Buffer): Promise<TakenMessage> {
  const message = await simpleParser(raw);
  const line = message.headerLines.find(({ key }) => key === 'x-rcpt-args')?.line ?? '';
  return { envelopeTo: /<([^>]*)>/.exec(line)?.[1] ?? '', message };
}

async function listening(port: number): Promise<void> {
  const isUp = async (): Promise<boolean> => {
    const socket = connect(port, '127.0.0.1');
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    return answered;
  };
  await until(isUp, Boolean, 'smtp-sink to start');
}
