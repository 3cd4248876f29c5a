import { forgetWords } from '../../view/emails/words';
import { forgetTemplates } from './library';
import { forgetTheme } from '../../view/emails/theme';

/**
 * Drops the templates, theme and words of `@nachra/emails` that this process has read, so that the next rendering reads them
 * again. Drawn pictures stay, because they are cached by their complete input.
 *
 * @param files the changed files, by path below `@nachra/emails`; if left out, everything is dropped
 */
export function forgetEmails(files?: readonly string[]): void {
  if (!files?.every((file) => file.endsWith('.hbs'))) {
    forgetTheme();
    forgetWords();
  }
  const templates = files?.filter((file) => file.endsWith('.hbs'));
  if (templates?.length !== 0) forgetTemplates(templates);
}
