import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A CMS as a process of its own, with the worker it keeps. */
export interface CmsChild {
  /** Resolves when it listens. @throws when it ends before that */
  start(environment: Record<string, string | undefined>): Promise<void>;
  /** Sends the signal and waits until the process is gone; nothing where none runs. Killed, its worker finds its parent gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Asks the process, whose preloaded module answers; see `cost-probe.cjs`. */
  ask<Result>(question: string): Promise<Result>;
  /** SIGKILL of the CMS and its worker at once, as when the machine is lost. */
  powerCut(): Promise<void>;
}

/** @param preload a module that is loaded before the CMS */
export function aCmsChild(preload?: string): CmsChild {
  let running: ChildProcess | null = null;

  async function gone(how: (cms: ChildProcess) => void): Promise<void> {
    const cms = running;
    running = null;
    if (cms === null || cms.exitCode !== null || cms.signalCode !== null) return;
    const exit = once(cms, 'exit');
    how(cms);
    await exit;
  }

  return {
    async start(environment) {
      const cms = fork(path.join(__dirname, 'cms-process.mjs'), {
        env: environment,
        execArgv: preload === undefined ? [] : ['--require', preload],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        // A group of processes of its own, which can be killed as one.
        detached: true,
      });
      running = cms;
      const [said] = (await Promise.race([
        once(cms, 'message'),
        once(cms, 'exit').then(([code]) => [`exit ${code}`]),
      ])) as [unknown];
      if (said !== 'ready') throw new Error(`The CMS did not start: ${String(said)}.`);
    },
    async end(signal) {
      await gone((cms) => cms.kill(signal));
    },
    async ask<Result>(question: string) {
      if (running === null) throw new Error('No CMS is running.');
      const answer = once(running, 'message');
      running.send(question);
      const [result] = (await answer) as [Result];
      return result;
    },
    async powerCut() {
      await gone(({ pid = 0 }) => process.kill(-pid, 'SIGKILL'));
    },
  };
}
