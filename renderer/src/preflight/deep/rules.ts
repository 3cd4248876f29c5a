import { installationLocal, linkLocal, linkTextAmbiguous } from './addresses';
import { articleInPrevious } from './article-in-previous';
import { clientSupport } from './client-support';
import { contrastLow } from './contrast-low';
import type { DeepRule } from './deep-rule';
import { figureContradictsPrevious, unitChanged } from './figures';
import * as markup from './markup-rules';
import { parityArticles, parityFigures, paritySections } from './parity';
import { altIsFileName, imageFormat, imageHeavy, imageNotEmbedded, imageOversized } from './pictures';
import { spelling } from './spelling';
import { totalPartUnknown, totalWrong } from './total-wrong';

/** Every rule of the full preflight, in the order of its findings: what can forbid approval first. */
export const deepRules: readonly DeepRule[] = [
  linkLocal,
  markup.documentIncomplete,
  markup.imageAttributeMissing,
  markup.linkEmpty,
  markup.linkAddressInvalid,
  markup.tableStructure,
  markup.activeContent,
  markup.layoutUnsupported,
  markup.styleTooLarge,
  markup.directionWrong,
  contrastLow,
  paritySections,
  parityArticles,
  parityFigures,
  figureContradictsPrevious,
  unitChanged,
  totalWrong,
  totalPartUnknown,
  articleInPrevious,
  installationLocal,
  linkTextAmbiguous,
  imageNotEmbedded,
  altIsFileName,
  imageFormat,
  imageOversized,
  imageHeavy,
  markup.headingOrder,
  markup.fontTooSmall,
  markup.textJustified,
  markup.fontWithoutFallback,
  markup.textPartLinkMissing,
  clientSupport,
  spelling,
];
