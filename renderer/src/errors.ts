/**
 * Base of every error this package throws. `code` is for programs and never changes; `message` is for people: what
 * happened, why, and what to do.
 */
export class RendererError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A template of the house is wrong: it names what is not there, or makes MJML that MJML refuses. Code `TEMPLATE_INVALID`. */
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
