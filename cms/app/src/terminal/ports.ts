import { connect, createServer } from 'node:net';
import { CommandError } from './run-command';

/** One port a command is about to open: who wants it, where, and which variable moves it. */
interface WantedPort {
  purpose: string;
  host: string;
  port: number;
  variable: string;
}

/**
 * Makes sure that every port is free before anything is started, so that a command fails in one clear sentence and
 * not half-way with a stack trace.
 *
 * @throws {CommandError} code `PORT_IN_USE`: names each port that is taken and the variable that changes it
 */
export async function assertPortsFree(wanted: readonly WantedPort[]): Promise<void> {
  const taken = [];
  for (const port of wanted) if (!(await isFree(port))) taken.push(port);
  if (taken.length === 0) return;
  throw new CommandError(
    'PORT_IN_USE',
    taken
      .map(
        ({ purpose, port, variable }) =>
          `Port ${port} (${purpose}) is in use by another program. Stop it, or choose another port: ${variable}=${port + 1} npm run …`,
      )
      .join('\n'),
  );
}

function isFree({ host, port }: WantedPort): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether somebody answers at a port. */
export function isListening({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port });
    const tell = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => tell(true));
    socket.once('error', () => tell(false));
  });
}
