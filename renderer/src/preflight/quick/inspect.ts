import type { Edition } from '../../contract/edition';
import type { Finding } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import { wordsOf } from '../../view/emails/words';
import { findingWriter, type Rule } from '../rule';
import { articleDuplicate } from './article-duplicate';
import { bodyEmpty } from './body-empty';
import { brandContrast } from './brand-contrast';
import { dateOutsidePeriod, eventEndsBeforeStart } from './dates';
import { digitsHidden } from './digits-hidden';
import { embeddedTooHeavy } from './embedded-too-heavy';
import { htmlTooLarge } from './html-too-large';
import { imageAltMissing } from './image-alt-missing';
import { linkTextVague } from './link-text-vague';
import { otherNumber } from './other-number';
import { otherPeriod } from './other-period';
import { periodEmpty } from './period-empty';
import { periodsFolded } from './periods-folded';
import { preheaderLength, preheaderMissing } from './preheader';
import { spaceStray } from './space-stray';
import { subjectAllCaps, subjectLength } from './subject';
import { wordDoubled } from './word-doubled';

/** Runs the quick rules, which every rendering includes. Findings are in the order of the rules, then of the issue. */
export function inspect(issue: Issue, edition: Edition): Finding[] {
  const words = wordsOf(edition.language);
  return rules.flatMap((rule) => rule.check({ issue, edition, words, find: findingWriter(rule) }));
}

/** Every quick rule, in the order of its findings: rules that can forbid approval first. */
const rules: readonly Rule[] = [
  htmlTooLarge,
  embeddedTooHeavy,
  otherNumber,
  otherPeriod,
  eventEndsBeforeStart,
  dateOutsidePeriod,
  periodEmpty,
  subjectLength,
  subjectAllCaps,
  preheaderMissing,
  preheaderLength,
  digitsHidden,
  periodsFolded,
  bodyEmpty,
  articleDuplicate,
  imageAltMissing,
  linkTextVague,
  wordDoubled,
  spaceStray,
  brandContrast,
];
