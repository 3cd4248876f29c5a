/** Every code of an error that this package throws. Permanent: programs distinguish errors by them. */
export const rendererErrorCodes = [
  'ISSUE_INVALID',
  'TEMPLATE_INVALID',
  'WORDS_INVALID',
  'SLOT_MISSING',
  'SLOT_UNKNOWN',
  'COMPARISON_INVALID',
  'CLIENT_UNKNOWN',
  'PRIVATE_ADDRESS',
  'INPUT_UNREADABLE',
  'INPUT_NOT_JSON',
  'OUTPUT_UNWRITABLE',
  'PORT_UNUSABLE',
] as const;
/** One of {@link rendererErrorCodes}. */
export type RendererErrorCode = (typeof rendererErrorCodes)[number];

/**
 * Base class of every error that this package throws. `code` is for programs and never changes; `message` tells people
 * what happened, why, and what to do.
 */
export class RendererError extends Error {
  constructor(
    readonly code: RendererErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Where a template is wrong, as far as it is known. */
export interface TemplatePlace {
  /** Path below `@nachra/emails`, such as `sections/articles.mjml.hbs`; null for a fault in the MJML that they make together. */
  file: string | null;
  /** Line of that file, or of that MJML, from 1; null when the fault has none. */
  line: number | null;
}

/**
 * A template or the theme cannot be used: the file is missing, is not well-formed, prints a value that the view does not
 * have, or makes MJML that MJML refuses. Code `TEMPLATE_INVALID`.
 */
export class TemplateError extends RendererError {
  readonly file: string | null;
  readonly line: number | null;

  constructor(message: string, { file, line }: TemplatePlace, options?: ErrorOptions) {
    super('TEMPLATE_INVALID', message, options);
    this.file = file;
    this.line = line;
  }
}

/** An edition lacks a required slot, or contains one that cannot be filled. Code `SLOT_MISSING` or `SLOT_UNKNOWN`. */
export class SlotError extends RendererError {
  constructor(code: 'SLOT_MISSING' | 'SLOT_UNKNOWN', message: string) {
    super(code, message);
  }
}

/** The message of anything thrown, for a sentence of ours to quote. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The same with its stack, for a log of what nobody foresaw. */
export function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
