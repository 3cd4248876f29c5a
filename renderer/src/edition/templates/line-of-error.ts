import Handlebars from 'handlebars';

/** Handlebars' parser, which its types leave out. It takes its `parseError` from itself at every fault. */
interface Parser {
  parseError?: (message: string, fault: { line: number }) => never;
}

/**
 * The line of a template at which Handlebars found a fault, from 1; null when it knows none, such as for a partial that does
 * not exist.
 *
 * @param cause what running or compiling the template threw
 * @param source the template that was at fault
 */
export function lineOfError(cause: unknown, source: string | undefined): number | null {
  if (cause instanceof Error && 'lineNumber' in cause && typeof cause.lineNumber === 'number') {
    return cause.lineNumber;
  }
  return source === undefined ? null : lineOfSyntaxError(source);
}

/**
 * The line of a syntax error. Handlebars throws such an error with the line in its message alone, but gives it as data to the
 * parser's own `parseError`: the template is parsed once more with one that keeps it.
 */
function lineOfSyntaxError(source: string): number | null {
  const { Parser: parser } = Handlebars as unknown as { Parser: Parser };
  let line: number | null = null;
  // On the instance, over the one of its prototype, which comes back when this is deleted.
  parser.parseError = (message, fault) => {
    line = fault.line + 1;
    throw new Error(message);
  };
  try {
    Handlebars.parseWithoutProcessing(source);
  } catch {
    // The error that is reported was thrown before.
  } finally {
    delete parser.parseError;
  }
  return line;
}
