import type { Rule } from '../rule';

const shortest = 40;
const longest = 110;

/** There is a preheader. Otherwise the inbox shows the first words of the mail: “Read in the browser”. */
export const preheaderMissing: Rule = {
  name: 'preheader-missing',
  severity: 'warning',
  check: ({ edition, find }) => (edition.preheader === '' ? [find('masthead.preheader')] : []),
};

/** A preheader fills the line in the inbox and is not cut. */
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
