import { stackOf } from '../settings/errors';
/**
 * Closes what was opened when the process is asked to stop (Ctrl-C, SIGTERM), then leaves. A second signal leaves at
 * once, for whoever cannot wait for the drain.
 */
export function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${stackOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  // Not `once`: Strapi's destroy() drops every listener of the process, and a second signal must be heard until then.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
