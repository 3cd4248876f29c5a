import { DeliveryError } from '@nachra/delivery';
import { RendererError } from '@nachra/renderer';
import { NewsletterError } from '@nachra/strapi-plugin-newsletter';
import { CmsError } from '../settings/errors';
import { isBeingStopped } from './stop-on-signal';

/** Something a person at the terminal must do before a command can go on; printed as it is, without a stack. */
export class CommandError extends CmsError {}

/** Base errors of the application and its libraries, whose messages are written for people. */
const errorsForPeople = [CmsError, NewsletterError, DeliveryError, RendererError];

/** The message of an error written for people; any other error is a bug of ours and keeps its stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForPeople = errorsForPeople.some((Base) => error instanceof Base);
  return isForPeople ? error.message : (error.stack ?? error.message);
}

/** Runs a command and turns what it throws into one message on standard error and exit code 1. */
export function runCommand(main: () => Promise<number | void>): void {
  main().then(
    (code) => {
      if (typeof code === 'number' && !isBeingStopped()) process.exit(code);
    },
    (error: unknown) => {
      if (isBeingStopped()) return;
      process.stderr.write(`\n✗ ${describeFailure(error)}\n`);
      process.exit(1);
    },
  );
}
