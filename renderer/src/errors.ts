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

/** One thing wrong with an issue: where (a JSON path such as `masthead.title`) and what was expected. */
export interface IssueProblem {
  path: string;
  message: string;
}

/** The data is no issue. Code `ISSUE_INVALID`. */
export class InvalidIssueError extends RendererError {
  constructor(readonly problems: readonly IssueProblem[]) {
    super('ISSUE_INVALID', problems.map(({ path, message }) => `${path || '(root)'}: ${message}`).join('\n'));
  }
}
