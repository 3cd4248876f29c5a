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
