import { picturesOf } from '../../contract/places';
import type { Rule } from '../rule';

/** Every picture has an alternative text: many mail clients do not load pictures, and some readers cannot see them. */
export const imageAltMissing: Rule = {
  name: 'image-alt-missing',
  severity: 'warning',
  check: ({ issue, find }) =>
    picturesOf(issue)
      .filter(({ value }) => value.alt.trim() === '')
      .map(({ place }) => find(`${place}.alt`)),
};
