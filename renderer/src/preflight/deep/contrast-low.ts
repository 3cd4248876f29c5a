import type { FindingValue } from '../../contract/finding';
import { contrast } from '../../view/colour/contrast';
import { paletteOf } from '../../view/colour/palette';
import { houseTheme } from '../../view/house/theme';
import type { DeepRule } from './inspection';

const wanted = 4.5;
const wantedLarge = 3;

/** WCAG 2.2 AA for every text as it is written inline, and for the colours that dark mode puts in their place. */
export const contrastLow: DeepRule = {
  name: 'contrast-low',
  severity: 'error',
  check: ({ issue, markup, find }) => {
    const light = markup.texts.map(({ colour, ground, size, bold }) => {
      const isLarge = size >= 24 || (bold && size >= 18.66);
      return { colour, ground, least: isLarge ? wantedLarge : wanted };
    });
    const { dark } = paletteOf(issue.masthead.brand.colours, houseTheme());
    const inTheDark = [dark.ink, dark.muted, dark.primaryInk].flatMap((colour) =>
      [dark.paper, dark.panel].map((ground) => ({ colour, ground, least: wanted })),
    );
    const faults = new Map<string, Record<string, FindingValue>>();
    for (const { colour, ground, least } of [...light, ...inTheDark]) {
      const ratio = contrast(colour, ground);
      if (ratio >= least) continue;
      const shown = { figure: Math.floor(ratio * 10) / 10, decimals: 0 };
      faults.set(`${colour} ${ground}`, { colour, ground, ratio: shown });
    }
    return [...faults.values()].map((values) => find('edition', values));
  },
};
