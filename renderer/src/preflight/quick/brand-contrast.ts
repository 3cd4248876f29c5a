import { contrast } from '../../view/colour/contrast';
import type { Rule } from '../rule';

const wanted = 4.5;

/** The masthead and the buttons carry white text on the primary colour; where it cannot be read, the palette falls back to black. */
export const brandContrast: Rule = {
  name: 'brand-contrast',
  severity: 'warning',
  check: ({ issue, find }) => {
    const colour = issue.masthead.brand.colours.primary;
    const ratio = contrast('#ffffff', colour);
    if (ratio >= wanted) return [];
    // Rounded down: 4.49 must not be reported as 4.5.
    const shown = { figure: Math.floor(ratio * 10) / 10, decimals: 0 };
    return [find('masthead.brand.colours.primary', { colour, ratio: shown })];
  },
};
