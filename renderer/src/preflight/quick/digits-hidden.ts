import { rowsOf } from '../indicators';
import { decimalsOf, hidesDigits } from '../../view/typography/decimals';
import type { Rule } from '../rule';

/** No figure is printed with fewer digits than it has: 4.4 and 4.6 without decimals are 4 and 5. One finding for each row. */
export const digitsHidden: Rule = {
  name: 'digits-hidden',
  severity: 'warning',
  check: ({ issue, find }) =>
    rowsOf(issue).flatMap(({ place, value: indicator }) => {
      const decimals = decimalsOf(indicator);
      const hidden = indicator.values.find((value) => value !== null && hidesDigits(value, decimals));
      if (hidden === undefined || hidden === null) return [];
      const values = { indicator: indicator.label, value: { figure: hidden, decimals: 0 }, decimals };
      return [find(`${place}.decimals`, values)];
    }),
};
