import { dashboardsOf } from '../../contract/places';
import type { Rule } from '../rule';

/** Every column of a dashboard has a figure: one that was made to be filled in would go out as a row of dashes. */
export const periodEmpty: Rule = {
  name: 'period-empty',
  severity: 'error',
  check: ({ issue, find }) =>
    dashboardsOf(issue).flatMap(({ place, value: { periods, groups } }) =>
      periods.flatMap(({ label }, at) => {
        const isEmpty = groups.every(({ indicators }) =>
          indicators.every(({ values }) => (values[at] ?? null) === null),
        );
        return isEmpty ? [find(`${place}.periods[${String(at)}]`, { period: label })] : [];
      }),
    ),
};
