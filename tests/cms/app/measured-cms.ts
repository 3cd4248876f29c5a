import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../support/free-port';

/** What something cost a CMS, in bytes above rest and milliseconds. */
export interface Cost {
  /** The most memory there was meanwhile. */
  peak: number;
  /** What it kept. */
  kept: number;
  /** The longest time in which the event loop did nothing else. */
  loop: number;
  took: number;
}

/** A CMS in a process of its own, with one administrator. */
export interface MeasuredCms {
  url: string;
  token: string;
  dataDir: string;
  /** What the CMS needs while something is done to it. */
  cost<Result>(act: () => Promise<Result>): Promise<{ result: Result; cost: Cost }>;
  close(): Promise<void>;
}

export async function startMeasuredCms(environment: Record<string, string> = {}): Promise<MeasuredCms> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-measured-'));
  const child = fork(path.join(__dirname, 'measured-process.mjs'), {
    env: {
      PATH: process.env['PATH'],
      // Its own, so that what other tests have there on its way is not mixed with what it leaves.
      TMPDIR: dataDir,
      XDG_STATE_HOME: process.env['XDG_STATE_HOME'],
      NACHRA_DATA_DIR: dataDir,
      PORT: String(await freePort()),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url, email, password } = await said<{ url: string; email: string; password: string }>(child);
  const answer = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await answer.json()) as { data: { token: string } };

  const ask = <Answer>(word: string): Promise<Answer> => {
    child.send(word);
    return said<Answer>(child);
  };

  return {
    url,
    dataDir,
    token: data.token,
    async cost(act) {
      await ask('begin');
      const begun = performance.now();
      const result = await act();
      const took = performance.now() - begun;
      return { result, cost: { ...(await ask<Omit<Cost, 'took'>>('end')), took } };
    },
    async close() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function said<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The CMS ended with ${String(code)}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
