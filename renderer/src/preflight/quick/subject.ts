import type { Rule } from '../rule';

/** The characters of a subject that phones show. */
const longest = 60;

/** A subject is short enough to be shown in full. */
export const subjectLength: Rule = {
  name: 'subject-length',
  severity: 'warning',
  check: ({ edition, find }) => {
    const length = [...edition.subject].length;
    return length > longest ? [find('masthead.subject', { length })] : [];
  },
};

/** A subject is not all in capitals, except for the newsletter's own name (AMANEWS N° 242). */
export const subjectAllCaps: Rule = {
  name: 'subject-all-caps',
  severity: 'warning',
  check: ({ edition, find }) => {
    const words = edition.subject.replace(edition.title, '').match(/\p{Script=Latin}{2,}/gu) ?? [];
    const shouting = words.length > 1 && words.every((word) => word === word.toLocaleUpperCase());
    return shouting ? [find('masthead.subject')] : [];
  },
};
