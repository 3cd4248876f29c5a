import { decimalsOf } from '../../view/typography/decimals';
import { rowsOf, type Row } from '../indicators';
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

/** The rows that are in both issues. */
function pairs({ issue, previous }: DeepInspection): [row: Row, before: Row][] {
  if (!previous) return [];
  const before = new Map(rowsOf(previous).map((row) => [row.key, row]));
  return rowsOf(issue).flatMap((row): [Row, Row][] => {
    const old = before.get(row.key);
    return old ? [[row, old]] : [];
  });
}
