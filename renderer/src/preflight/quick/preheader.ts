import type { Rule } from '../rule';

const shortest = 40;
const longest = 110;

/** Without a preheader the inbox shows whatever the mail begins with: “Read in the browser”. */
export const preheaderMissing: Rule = {
  name: 'preheader-missing',
  severity: 'warning',
  check: ({ edition, find }) => (edition.preheader === '' ? [find('masthead.preheader')] : []),
};

/** A preheader fills the inbox line and is not cut. */
export const preheaderLength: Rule = {
  name: 'preheader-length',
  severity: 'warning',
  check: ({ edition, find }) => {
    const length = [...edition.preheader].length;
    return length > 0 && (length < shortest || length > longest)
      ? [find('masthead.preheader', { length })]
      : [];
  },
};
