import { refusals, type RefusalData } from '../../../shared/desk';
import type { DeskRefusalCode } from '../../../shared/refusal-codes';
import { NewsletterError } from './errors';
import { logLanguage, wordsOf, type DeskLanguage } from './words/words-of';

/**
 * What the plugin refuses on purpose: a permanent code and what it is about. The sentence is made at the edge, by
 * {@link Refusal.sentenceIn}, in the language of whoever asked.
 *
 * @example throw new Refusal('ISSUE_LOCKED', { number: 242, stage: 'sent' })
 */
export class Refusal<Code extends DeskRefusalCode = DeskRefusalCode> extends NewsletterError {
  /** Of the answer over HTTP. */
  readonly status: number;

  constructor(
    override readonly code: Code,
    readonly data: RefusalData[Code],
    options?: ErrorOptions,
  ) {
    super(code, wordsOf(logLanguage).refusals[code](data), options);
    this.status = refusals[code].status;
  }

  /** What happened, why, and what to do. */
  sentenceIn(language: DeskLanguage): string {
    return wordsOf(language).refusals[this.code](this.data);
  }
}
