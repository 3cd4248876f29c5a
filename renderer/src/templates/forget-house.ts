import { forgetWords } from '../words/words';
import { forgetTemplates } from './library';
import { forgetTheme } from './theme';

/**
 * Drops everything that was read of `@nachra/emails` and is kept for the life of a process: templates, theme, words. The
 * next rendering reads it as it is then. Pictures stay: they are known by all that they are drawn from.
 */
export function forgetHouse(): void {
  forgetTemplates();
  forgetTheme();
  forgetWords();
}
