import type { Period } from '../../contract/dashboard';
import { dashboardsOf } from '../../contract/places';
import { decimalsOf } from '../../view/typography/decimals';
import { rowsOf, type Row } from '../indicators';
import { fold } from '../mentions/fold';
import { timeAt } from '../mentions/spans-of-time';
import type { DeepInspection, DeepRule } from './inspection';

/** Figures of a period are those of the previous issue, unless they are corrected on purpose. */
export const figureContradictsPrevious: DeepRule = {
  name: 'figure-contradicts-previous',
  severity: 'warning',
  check: (inspection) =>
    pairs(inspection).flatMap(([row, before]) => {
      if (row.value.unit !== before.value.unit) return [];
      return row.periods.flatMap((period, at) => {
        const was = before.periods.findIndex(
          ({ end, partial }) => end === period.end && partial === period.partial,
        );
        const [value, old] = [row.value.values[at], before.value.values[was]];
        if (value === undefined || value === null || old === undefined || old === null || value === old)
          return [];
        return [
          inspection.find(`${row.place}.values[${at}]`, {
            indicator: row.value.label,
            period: period.label,
            value: { figure: value, decimals: decimalsOf(row.value) },
            old: { figure: old, decimals: decimalsOf(before.value) },
            number: inspection.previous?.masthead.number ?? '',
          }),
        ];
      });
    }),
};

/** A row has the same unit as in the previous issue. */
export const unitChanged: DeepRule = {
  name: 'unit-changed',
  severity: 'warning',
  check: (inspection) =>
    pairs(inspection)
      .filter(([row, before]) => row.value.unit !== before.value.unit)
      .map(([row, before]) =>
        inspection.find(`${row.place}.unit`, {
          indicator: row.value.label,
          unit: row.value.unit,
          old: before.value.unit,
          number: inspection.previous?.masthead.number ?? '',
        }),
      ),
};

/**
 * A label that names a day names the last day of the newest period, whose figure stands beside it, or the day that the dashboard is as of:
 * a label such as “as at 31/07/2023” is carried over from issue to issue.
 */
export const labelOtherDay: DeepRule = {
  name: 'label-other-day',
  severity: 'warning',
  check: ({ issue, find }) =>
    dashboardsOf(issue).flatMap(({ place, value: { asOf, periods, groups } }) => {
      const newest = periods.reduce<Period | undefined>(
        (latest, period) => (latest === undefined || period.end >= latest.end ? period : latest),
        undefined,
      );
      if (newest === undefined) return [];
      const at = periods.indexOf(newest);
      return groups.flatMap(({ indicators }, groupAt) =>
        indicators.flatMap(({ label, values }, rowAt) => {
          const other = daysNamed(label).find(({ day }) => day !== newest.end && day !== asOf);
          // Without a figure nothing is said of the wrong day.
          if (other === undefined || (values[at] ?? null) === null) return [];
          const row = `${place}.groups[${groupAt}].indicators[${rowAt}].label`;
          return [find(row, { indicator: label, text: other.written, period: newest.label })];
        }),
      );
    }),
};

/** The single days, with their years, that a text names. */
function daysNamed(text: string): { day: string; written: string }[] {
  const folded = fold(text);
  const found: { day: string; written: string }[] = [];
  for (let at = 0; at < folded.text.length; at += 1) {
    if (!/\d/.test(folded.text[at] ?? '') || /[\p{L}\p{N}]/u.test(folded.text[at - 1] ?? '')) continue;
    const time = timeAt(folded.text, at);
    if (time?.unit !== 'day') continue;
    const { year, month, day } = time.last;
    if (year !== null && day !== null) {
      const two = (part: number): string => String(part).padStart(2, '0');
      const named = `${year}-${two(month)}-${two(day)}`;
      found.push({ day: named, written: folded.written(time.start, time.end) });
    }
    at = time.end;
  }
  return found;
}

/** The rows that are in both issues. */
function pairs({ issue, previous }: DeepInspection): [row: Row, before: Row][] {
  if (!previous) return [];
  const before = new Map(rowsOf(previous).map((row) => [row.key, row]));
  return rowsOf(issue).flatMap((row): [Row, Row][] => {
    const old = before.get(row.key);
    return old ? [[row, old]] : [];
  });
}
