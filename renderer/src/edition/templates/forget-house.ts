import { forgetWords } from '../../view/house/words';
import { forgetTemplates } from './library';
import { forgetTheme } from '../../view/house/theme';

/**
 * Drops what was read of `@nachra/emails` and is kept for the life of a process: templates, theme, words. The next
 * rendering reads it as it is then. Pictures stay: they are known by all that they are drawn from.
 *
 * @param files those that changed, by their paths below `@nachra/emails`; left out, everything is dropped
 */
export function forgetHouse(files?: readonly string[]): void {
  if (!files?.every((file) => file.endsWith('.hbs'))) {
    forgetTheme();
    forgetWords();
  }
  const templates = files?.filter((file) => file.endsWith('.hbs'));
  if (templates?.length !== 0) forgetTemplates(templates);
}
