import type { DeepRule } from './deep-rule';
import { articleInPrevious } from './article-in-previous';
import { figureContradictsPrevious, unitChanged } from './figures';
import { parityArticles, parityFigures, paritySections } from './parity';
import { spelling } from './spelling';
import { totalPartUnknown, totalWrong } from './total-wrong';

/** Every rule of the full preflight, in the order of its findings. */
export const deepRules: readonly DeepRule[] = [
  paritySections,
  parityArticles,
  parityFigures,
  figureContradictsPrevious,
  unitChanged,
  totalWrong,
  totalPartUnknown,
  articleInPrevious,
  spelling,
];
