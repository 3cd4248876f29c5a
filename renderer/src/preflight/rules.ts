import type { Rule } from './rule';
import { articleDuplicate } from './rules/article-duplicate';
import { bodyEmpty } from './rules/body-empty';
import { brandContrast } from './rules/brand-contrast';
import { dateOutsidePeriod, eventEndsBeforeStart } from './rules/dates';
import { embeddedTooHeavy } from './rules/embedded-too-heavy';
import { htmlTooLarge } from './rules/html-too-large';
import { imageAltMissing } from './rules/image-alt-missing';
import { linkTextVague } from './rules/link-text-vague';
import { preheaderLength, preheaderMissing } from './rules/preheader';
import { subjectAllCaps, subjectLength } from './rules/subject';

/** Every rule, in the order of its findings: what can forbid approval first. */
export const rules: readonly Rule[] = [
  htmlTooLarge,
  embeddedTooHeavy,
  eventEndsBeforeStart,
  dateOutsidePeriod,
  subjectLength,
  subjectAllCaps,
  preheaderMissing,
  preheaderLength,
  bodyEmpty,
  articleDuplicate,
  imageAltMissing,
  linkTextVague,
  brandContrast,
];
