import { isLoopback } from '../preview/server/hosts';
import { openPreview } from '../preview/server/open-preview';
import { hostName } from '../preview/server/serve';
import { RendererError } from '../errors';
import { type Print, exitCode } from './command';
import { readIssue } from './read-issue';

/** The address given on the command line cannot be listened on. Code `PORT_UNUSABLE`. */
export class PortError extends RendererError {
  constructor(message: string, options?: ErrorOptions) {
    super('PORT_UNUSABLE', message, options);
  }
}

/** As commander gives them: text. */
export interface PreviewCommandOptions {
  port: string;
  host: string;
}

/**
 * `nachra preview FILE`: serves all views of an issue until it is stopped. A sample that is broken is no reason to give up:
 * the page says what is wrong, and follows when it is mended.
 *
 * @param stopped when to close: Ctrl-C
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
    throw new PortError(`--port ${port} is no port. Give a number from 0 (any that is free) to 65535.`);
  }
  const preview = await openPreview(file, { host, port: number }, readIssue).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PortError(
      `Cannot listen on ${host}, port ${port} (${reason}). Give another --port; 0 takes any that is free.`,
      { cause },
    );
  });
  if (!isLoopback(host)) {
    print.error(
      `nachra: whoever reaches ${host} can see this preview; without --host only this machine can.\n`,
    );
  }
  print.out(`${file}: http://${hostName(preview.bound)}/\nFollows every save. Ctrl-C ends it.\n`);
  await stopped;
  await preview.close();
  return exitCode.fine;
}
