import { contrast, leastContrast } from '../../view/colour/contrast';
import { contrastValue, type Rule } from '../rule';

/** The masthead and the buttons have white text on the primary colour; if it is not readable, the palette falls back to black. */
export const brandContrast: Rule = {
  name: 'brand-contrast',
  severity: 'warning',
  check: ({ issue, find }) => {
    const colour = issue.masthead.brand.colours.primary;
    const ratio = contrast('#ffffff', colour);
    if (ratio >= leastContrast) return [];
    return [find('masthead.brand.colours.primary', { colour, ratio: contrastValue(ratio) })];
  },
};
