import { z } from 'zod';
import { CommandError } from './run-command';

const port = z.coerce.number().int().min(1).max(65535);
const schema = z.object({
  MAILBOX_SMTP_PORT: port.default(1025),
  MAILBOX_WEB_PORT: port.default(1080),
});

/**
 * Where the local mailbox of `npm run demo` and `npm run dev` listens.
 *
 * @throws {CommandError} code `MAILBOX_PORT_INVALID`
 */
export function mailboxPorts(environment: Record<string, string | undefined>): { smtp: number; web: number } {
  const result = schema.safeParse(environment);
  if (result.success) return { smtp: result.data.MAILBOX_SMTP_PORT, web: result.data.MAILBOX_WEB_PORT };
  const names = result.error.issues.map((issue) => String(issue.path[0])).join(', ');
  throw new CommandError('MAILBOX_PORT_INVALID', `${names}: set it to a port between 1 and 65535.`);
}
