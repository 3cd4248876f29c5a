import { mostHtmlBytes } from '../../contract/edition';
import type { Rule } from '../rule';

const kibibyte = 1024;
const warnAbove = 80;

/** The HTML is small enough for Gmail, with room for each reader's own values. */
export const htmlTooLarge: Rule = {
  name: 'html-too-large',
  severity: 'warning',
  check: ({ edition, find }) => {
    const size = edition.sizeBytes / kibibyte;
    if (size <= warnAbove) return [];
    return [
      find('edition', { size: Math.ceil(size) }, edition.sizeBytes > mostHtmlBytes ? 'error' : 'warning'),
    ];
  },
};
