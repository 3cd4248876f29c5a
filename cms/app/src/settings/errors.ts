/** Base of the errors of this application. `code` is permanent and for programs; `message` says what happened, why, and what to do. */
export class CmsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The environment does not say what the process needs. Code `SETTINGS_INVALID`; one sentence a variable. */
export class SettingsError extends CmsError {
  constructor(readonly sentences: readonly string[]) {
    super(
      'SETTINGS_INVALID',
      `Nachra cannot start:\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}`,
    );
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
