import { decimalsOf } from '../../view/typography/decimals';
import type { Indicator } from '../../contract/dashboard';
import { dashboardsOf } from '../../contract/places';
import type { DeepRule } from './inspection';

/** A total is the sum of the rows in its `sumOf`. */
export const totalWrong: DeepRule = {
  name: 'total-wrong',
  severity: 'warning',
  check: ({ issue, find }) =>
    dashboardsOf(issue).flatMap(({ place, value: { groups, periods } }) =>
      groups.flatMap(({ indicators }, groupAt) =>
        indicators.flatMap((total, at) =>
          (total.sumOf ?? []).flatMap((labels) => {
            const parts = partsOf(labels, total, indicators);
            if (parts.length < labels.length) return [];
            const wrong = periods.flatMap(({ label }, index) => {
              const sum = sumOf(parts, index);
              const value = total.values[index] ?? null;
              if (sum === null || value === null || Math.abs(sum - value) <= tolerance(total, parts.length))
                return [];
              return [{ label, one: sum, other: value, decimals: decimalsOf(total) }];
            });
            if (wrong.length === 0) return [];
            return [
              find(`${place}.groups[${groupAt}].indicators[${at}].values`, {
                indicator: total.label,
                parts: labels.join(' + '),
                periods: { unequal: wrong },
              }),
            ];
          }),
        ),
      ),
    ),
};

/** The rows in `sumOf` exist in the group, also after an editor renamed one. */
export const totalPartUnknown: DeepRule = {
  name: 'total-part-unknown',
  severity: 'warning',
  check: ({ issue, find }) =>
    dashboardsOf(issue).flatMap(({ place, value: { groups } }) =>
      groups.flatMap(({ indicators }, groupAt) =>
        indicators.flatMap((total, at) =>
          (total.sumOf ?? []).flat().flatMap((label) => {
            if (partsOf([label], total, indicators).length > 0) return [];
            const row = `${place}.groups[${groupAt}].indicators[${at}].sumOf`;
            return [find(row, { indicator: total.label, part: label })];
          }),
        ),
      ),
    ),
};

function partsOf(labels: readonly string[], total: Indicator, indicators: readonly Indicator[]): Indicator[] {
  return labels.flatMap((label) => indicators.find((one) => one !== total && one.label === label) ?? []);
}

/** The sum of the parts; null if one of them has no figure. */
function sumOf(parts: readonly Indicator[], index: number): number | null {
  return parts.reduce<number | null>((sum, { values }) => {
    const value = values[index] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/** Counts add up exactly. Thousands and percentages are rounded, each by up to half of their last digit. */
function tolerance(indicator: Indicator, parts: number): number {
  return indicator.unit === 'count' ? 0 : ((parts + 1) / 2) * 10 ** -decimalsOf(indicator);
}
