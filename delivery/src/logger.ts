import { z } from 'zod';

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

/** How much a worker logs. */
export const logLevelSchema = z.enum(['error', 'warn', 'info', 'debug', 'silent']);

/** The variable of the log, for whoever reads an environment. The CMS has a level of its own between info and debug. */
export const logVariables = { LOG_LEVEL: z.enum([...logLevelSchema.options, 'http']).default('info') };
