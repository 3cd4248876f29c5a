import type { FindingValue } from '../../contract/finding';
import { contrast, leastContrast } from '../../view/colour/contrast';
import { paletteOf } from '../../view/colour/palette';
import { builtInTheme } from '../../view/emails/theme';
import { contrastValue } from '../rule';
import type { DeepRule } from './inspection';

/** For text of 24 px, or of 18.66 px in bold, and larger. */
const leastContrastLarge = 3;

/** WCAG 2.2 AA for every text with its inline colours, and for the colours that replace them in dark mode. */
export const contrastLow: DeepRule = {
  name: 'contrast-low',
  severity: 'error',
  check: ({ issue, markup, find }) => {
    const light = markup.texts.map(({ colour, ground, size, bold }) => {
      const isLarge = size >= 24 || (bold && size >= 18.66);
      return { colour, ground, least: isLarge ? leastContrastLarge : leastContrast };
    });
    const { dark } = paletteOf(issue.masthead.brand.colours, builtInTheme());
    const inTheDark = [dark.ink, dark.muted, dark.primaryInk].flatMap((colour) =>
      [dark.paper, dark.panel].map((ground) => ({ colour, ground, least: leastContrast })),
    );
    const faults = new Map<string, Record<string, FindingValue>>();
    for (const { colour, ground, least } of [...light, ...inTheDark]) {
      const ratio = contrast(colour, ground);
      if (ratio >= least) continue;
      faults.set(`${colour} ${ground}`, { colour, ground, ratio: contrastValue(ratio) });
    }
    return [...faults.values()].map((values) => find('edition', values));
  },
};
