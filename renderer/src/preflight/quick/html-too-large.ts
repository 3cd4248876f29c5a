import type { Rule } from '../rule';

const kibibyte = 1024;
const warnAbove = 80;
/** Gmail cuts a message near 102 KiB and hides the rest, the unsubscribe link with it. */
const refuseAbove = 100;

/** The HTML leaves room for what each reader's own values add. */
export const htmlTooLarge: Rule = {
  name: 'html-too-large',
  severity: 'warning',
  check: ({ edition, find }) => {
    const size = edition.sizeBytes / kibibyte;
    if (size <= warnAbove) return [];
    return [find('edition', { size: Math.ceil(size) }, size > refuseAbove ? 'error' : 'warning')];
  },
};
