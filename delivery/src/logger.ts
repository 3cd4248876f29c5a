/**
 * What this package asks of a log: fields first, a sentence second, as pino does it. `event` is a stable dotted name;
 * fields carry ids and counts, never an address or a body.
 */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

interface LogFields {
  event: string;
  [field: string]: unknown;
}
