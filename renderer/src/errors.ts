/** Every code of an error that this package throws. Permanent: programs tell errors apart by them. */
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
 * Base of every error this package throws. `code` is for programs and never changes; `message` is for people: what
 * happened, why, and what to do.
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

/**
 * A template cannot be used: there is none of that name, it prints what the view does not have, or it makes MJML that
 * MJML refuses. Code `TEMPLATE_INVALID`.
 */
export class TemplateError extends RendererError {
  constructor(message: string, options?: ErrorOptions) {
    super('TEMPLATE_INVALID', message, options);
  }
}

/** An edition lacks a slot it must have, or holds one nobody can fill. Code `SLOT_MISSING` or `SLOT_UNKNOWN`. */
export class SlotError extends RendererError {
  constructor(code: 'SLOT_MISSING' | 'SLOT_UNKNOWN', message: string) {
    super(code, message);
  }
}
