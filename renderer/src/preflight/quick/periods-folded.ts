import { dashboardsOf } from '../../contract/places';
import { shownPeriods } from '../../view/shown-periods';
import type { Rule } from '../rule';

/** Every column of a dashboard fits into the mail, or an editor has chosen which ones are shown. */
export const periodsFolded: Rule = {
  name: 'periods-folded',
  severity: 'warning',
  check: ({ issue, words, find }) =>
    dashboardsOf(issue).flatMap(({ place, value: dashboard }) => {
      const { periods } = dashboard;
      const chosen = periods.some(({ inMail }) => inMail);
      const shown = shownPeriods(dashboard, words);
      const folded = periods.filter(({ inMail }, at) => !shown[at]?.mail && (inMail || !chosen));
      if (folded.length === 0) return [];
      const values = { periods: folded.map(({ label }) => label).join(', '), count: periods.length };
      return [find(`${place}.periods`, values)];
    }),
};
