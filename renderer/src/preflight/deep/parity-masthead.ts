import type { Issue } from '../../contract/issue';
import type { DeepInspection, DeepRule } from './inspection';

/** Every language of an issue has the same number: one of them would stand in the archive as another issue. */
export const parityNumber: DeepRule = {
  name: 'parity-number',
  severity: 'error',
  check: (inspection) =>
    strayed(inspection, ({ masthead }) => String(masthead.number)).map(({ masthead }) =>
      inspection.find('masthead.number', {
        language: { language: masthead.language },
        number: inspection.issue.masthead.number,
        other: masthead.number,
      }),
    ),
};

/** Every language of an issue covers the same days; labels are in words and cannot be compared. */
export const parityPeriod: DeepRule = {
  name: 'parity-period',
  severity: 'error',
  check: (inspection) =>
    strayed(inspection, ({ masthead: { period } }) => `${period.from}/${period.to}`).map(({ masthead }) =>
      inspection.find('masthead.period', {
        language: { language: masthead.language },
        period: daysOf(inspection.issue),
        other: { from: masthead.period.from, to: masthead.period.to },
      }),
    ),
};

/** Every language of an issue has the same date of publication. */
export const parityDate: DeepRule = {
  name: 'parity-date',
  severity: 'error',
  check: (inspection) =>
    strayed(inspection, ({ masthead }) => masthead.publicationDate).map(({ masthead }) =>
      inspection.find('masthead.publicationDate', {
        language: { language: masthead.language },
        date: { date: inspection.issue.masthead.publicationDate },
        other: { date: masthead.publicationDate },
      }),
    ),
};

/** The other languages in which a fact of the masthead differs. */
function strayed({ issue, siblings }: DeepInspection, fact: (issue: Issue) => string): readonly Issue[] {
  return siblings.filter((sibling) => fact(sibling) !== fact(issue));
}

function daysOf({ masthead }: Issue): { from: string; to: string } {
  return { from: masthead.period.from, to: masthead.period.to };
}
