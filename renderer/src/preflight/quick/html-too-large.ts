import type { Rule } from '../rule';

const kibibyte = 1024;
const warnAbove = 80;
/** Gmail cuts a message near 102 KiB and hides the rest, including the unsubscribe link. */
const refuseAbove = 100;

/** The HTML is small enough for Gmail, with room for each reader's own values. */
export const htmlTooLarge: Rule = {
  name: 'html-too-large',
  severity: 'warning',
  check: ({ edition, find }) => {
    const size = edition.sizeBytes / kibibyte;
    if (size <= warnAbove) return [];
    return [find('edition', { size: Math.ceil(size) }, size > refuseAbove ? 'error' : 'warning')];
  },
};
