import { NewsletterError } from './errors';
import { wordsOf, type Words } from './words/words-of';

/** What a refused request is answered with: nothing of the kind, not now, not as written, too often. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 429 | 502;

/**
 * What the plugin refuses on purpose. `code` is for programs and never changes; the sentence says what happened, why, and
 * what to do, in the language of whoever asked: it is chosen at the edge, by {@link Refusal.sentenceIn}.
 *
 * @example throw new Refusal('ISSUE_LOCKED', 409, (words) => words.issueLocked(242, 'sent'))
 */
export class Refusal extends NewsletterError {
  constructor(
    code: string,
    readonly status: RefusalStatus,
    private readonly say: (words: Words) => string,
    options?: ErrorOptions,
  ) {
    // Logs and scripts have no language: English.
    super(code, say(wordsOf('en')), options);
  }

  sentenceIn(language: string): string {
    return this.say(wordsOf(language));
  }
}
