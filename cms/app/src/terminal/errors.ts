/** Something a person at the terminal must do before a command can go on; printed as it is, without a stack. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CommandError';
  }
}

/** Errors that carry a permanent `code` are written for people; anything else is a fault of ours and keeps its stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForPeople =
    'code' in error && typeof error.code === 'string' && /^[A-Z]+(_[A-Z]+)+$/.test(error.code);
  return isForPeople ? error.message : (error.stack ?? error.message);
}

/** Runs a command and turns what it throws into one message on standard error and exit code 1. */
export function runCommand(main: () => Promise<number | void>): void {
  main().then(
    (code) => {
      if (typeof code === 'number') process.exit(code);
    },
    (error: unknown) => {
      process.stderr.write(`\n✗ ${describeFailure(error)}\n`);
      process.exit(1);
    },
  );
}
