/** Fields of a log line: a stable dotted `event` and ids, never an address or a body. */
interface LogFields {
  event: string;
  [field: string]: string | number | boolean | null | undefined;
}

/** What the plugin asks of a log: fields first, a sentence second. */
export interface EventLog {
  info(fields: LogFields, sentence: string): void;
  warn(fields: LogFields, sentence: string): void;
  error(fields: LogFields, sentence: string): void;
}

interface TextLog {
  info(message: string): unknown;
  warn(message: string): unknown;
  error(message: string): unknown;
}

/** Writes events to Strapi's log, whose lines are text: the event, the sentence, then the fields. */
export function eventLog(log: TextLog): EventLog {
  const line = ({ event, ...fields }: LogFields, sentence: string) => {
    const rest = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : `${name}=${value}`,
    );
    return [event, sentence, ...rest].join(' ');
  };
  return {
    info: (fields, sentence) => void log.info(line(fields, sentence)),
    warn: (fields, sentence) => void log.warn(line(fields, sentence)),
    error: (fields, sentence) => void log.error(line(fields, sentence)),
  };
}
