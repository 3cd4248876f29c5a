import { stackOf } from '../settings/errors';

/** What a command has opened, and closes when it is asked to stop. */
interface Stopping {
  /** Adds something to close; what was opened last is closed first. */
  closes(close: () => Promise<void>): void;
}

let isStopping = false;

/** Whether the process was asked to stop: whatever a command still does then meets what is closed already. */
export const isBeingStopped = (): boolean => isStopping;

/**
 * From now on, Ctrl-C or SIGTERM closes what the command has opened so far and leaves with 0. A second signal leaves at once
 * with 130, for whoever cannot wait for the drain.
 *
 * @param say writes a line for the person at the terminal
 */
export function stopOnSignal(say: (line: string) => void): Stopping {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    say('\nStopping … (once more leaves at once)');
    closeAll().then(
      () => {
        say('Stopped.');
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`${stackOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  // Not `once`: Strapi's destroy() drops every listener of the process, and a second signal must be heard until then.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { closes: (close) => void closers.push(close) };
}
