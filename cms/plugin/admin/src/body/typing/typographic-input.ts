import type { FormEvent } from 'react';

import type { Language } from '../../../../shared/desk';
import { typographicHelp } from './typographic-help';

/**
 * The help that a body gives while one types, for a field of one line or of several: the same text has the same quotation marks in its title
 * as below it. Given to the field as its `onBeforeInput`; the browser undoes the help as it undoes what is typed.
 */
export function typographicInput(language: Language) {
  return (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    // React's own event carries what is typed, from whichever event the browser has for it.
    const { data } = event as FormEvent & { data?: string | null };
    const field = event.currentTarget;
    const { selectionStart: from, selectionEnd: to, value } = field;
    if (data?.length !== 1 || from === null || from !== to) return;
    const line = value.slice(value.lastIndexOf('\n', from - 1) + 1, from);
    const help = typographicHelp(line, data, language);
    if (help === null) return;
    event.preventDefault();
    field.setSelectionRange(from - (help.removed - 1), from);
    // The one way in which a page may write so that Ctrl+Z takes it back.
    document.execCommand(help.text === '' ? 'delete' : 'insertText', false, help.text);
  };
}
