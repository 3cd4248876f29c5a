/** Base of the plugin's errors. `code` is permanent and for programs; `message` says what happened, why, and what to do. */
export class NewsletterError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The message of anything thrown, for a log or for a sentence of ours to quote. Pure. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same with its stack, for a log of what nobody foresaw. Pure. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Whether a row was refused because it is there already, on either database. Pure. */
export function isDuplicate(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['23505', 'SQLITE_CONSTRAINT_UNIQUE'].includes(String(error.code))
  );
}
