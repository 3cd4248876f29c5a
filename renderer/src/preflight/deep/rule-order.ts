import { installationLocal, linkLocal, linkTextAmbiguous } from './address-rules';
import { articleInPrevious } from './article-in-previous';
import { clientSupport } from './client-support';
import { contrastLow } from './contrast-low';
import type { DeepRule } from './inspection';
import { figureContradictsPrevious, labelOtherDay, unitChanged } from './figure-rules';
import * as markup from './markup-rules';
import { parityDate, parityNumber, parityPeriod } from './parity-masthead';
import * as parityOfArticles from './parity-articles';
import {
  parityEntries,
  parityEntryCount,
  parityFigures,
  parityPeriods,
  parityRows,
  paritySections,
} from './parity-rules';
import { parityTables } from './parity-tables';
import { parityTextAddresses, parityTextDates, parityTextFigures } from './parity-texts';
import * as pictures from './picture-rules';
import { spelling } from './spelling';
import { totalPartUnknown, totalWrong } from './total-rules';

/** Every rule that only the full preflight runs, in the order of its findings: rules that can forbid approval first. */
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
  parityNumber,
  parityPeriod,
  parityDate,
  paritySections,
  parityOfArticles.parityArticleMissing,
  parityOfArticles.parityArticleExtra,
  parityOfArticles.parityArticleCount,
  parityOfArticles.parityArticleOrder,
  parityOfArticles.parityKind,
  parityOfArticles.parityArticles,
  parityOfArticles.parityBody,
  parityEntryCount,
  parityEntries,
  parityPeriods,
  parityRows,
  parityFigures,
  parityTables,
  parityTextFigures,
  parityTextDates,
  parityTextAddresses,
  figureContradictsPrevious,
  unitChanged,
  labelOtherDay,
  totalWrong,
  totalPartUnknown,
  articleInPrevious,
  installationLocal,
  linkTextAmbiguous,
  pictures.imageNotEmbedded,
  pictures.imageUncut,
  pictures.altIsFileName,
  pictures.imageFormat,
  pictures.imageTooSmall,
  pictures.imageOversized,
  pictures.imagesTooHeavy,
  pictures.imageHeavy,
  markup.headingOrder,
  markup.fontTooSmall,
  markup.textJustified,
  markup.fontWithoutFallback,
  markup.textPartLinkMissing,
  clientSupport,
  spelling,
];
