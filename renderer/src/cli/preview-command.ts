import { isLoopback } from '../preview/server/hosts';
import { openPreview } from '../preview/server/open-preview';
import { hostName } from '../preview/server/serve';
import { messageOf, RendererError } from '../errors';
import { type Print, exitCode } from './command';
import { readIssue } from './read-issue';

/** The server cannot listen on the address given on the command line. Code `PORT_UNUSABLE`. */
class PortError extends RendererError {
  constructor(message: string, options?: ErrorOptions) {
    super('PORT_UNUSABLE', message, options);
  }
}

/** The options as commander parses them: text. */
export interface PreviewCommandOptions {
  port: string;
  host: string;
}

/**
 * `nachra preview FILE`: serves all renditions of an issue until it is stopped. It does not stop for a broken sample: the
 * page says what is wrong, and updates when the file is fixed.
 *
 * @param stopped resolves when to close, on Ctrl-C
 * @throws {PortError} code `PORT_UNUSABLE`
 */
export async function previewCommand(
  file: string,
  { port, host }: PreviewCommandOptions,
  print: Print,
  stopped: Promise<void>,
): Promise<number> {
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) {
    throw new PortError(
      `--port ${port} is not a port number. Give a whole number from 0 to 65535; 0 takes any free port.`,
    );
  }
  const preview = await openPreview(file, { host, port: number }, readIssue).catch((cause: unknown) => {
    throw new PortError(`Cannot listen on ${host}, port ${port} (${messageOf(cause)}). ${adviceFor(cause)}`, {
      cause,
    });
  });
  if (!isLoopback(host)) {
    print.error(
      `nachra: every machine that can reach ${host} can see this preview. Leave out --host to show it on this machine only.\n`,
    );
  }
  print.out(
    `${file}: http://${hostName(preview.bound)}/\nThe page updates on every save. Press Ctrl-C to stop.\n`,
  );
  await stopped;
  await preview.close();
  return exitCode.fine;
}

/** What to do about the error of a server that cannot listen, by Node's code. */
function adviceFor(cause: unknown): string {
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return 'Another program uses this port. Give another --port; 0 takes any free port.';
    case 'EACCES':
      return 'Ports below 1024 need special rights. Give another --port; 0 takes any free port.';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'This machine does not have that address. Give another --host, or leave it out.';
    default:
      return 'Give another --port or --host.';
  }
}
