import { Box, Field, Flex, IconButton, TextInput } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { memo, useCallback, useMemo } from 'react';

import { useText } from '../hooks/use-text';
import type { NumberStyle } from '../model/figure-text';
import type { Area } from '../model/grid';
import {
  emptyPeriod,
  emptyRow,
  moved,
  withPeriods,
  withRows,
  type Group,
  type PeriodRow,
  type Sheet,
} from '../model/sheet';
import { columnsBeforePeriods, indicatorColumns } from './columns';
import { Grid } from './grid/Grid';
import { preparePaste } from './paste/prepare-paste';

interface GroupSheetProps {
  group: Group;
  /** Which of the groups it is, and how many there are. */
  at: number;
  groups: number;
  periods: readonly PeriodRow[];
  numbers: NumberStyle;
  disabled: boolean;
  onEdit: (step: (sheet: Sheet) => Sheet) => void;
}

/** One group of indicators: its heading, a sheet that takes what is pasted from a spreadsheet, label and values, and its tiles. */
export const GroupSheet = memo(function GroupSheet(props: GroupSheetProps) {
  const { group, at, groups, periods, numbers, disabled, onEdit } = props;
  const text = useText();
  // The headings' text, not the array: a new one comes with every change of a period.
  const joined = periods
    .map(({ label }, place) => label ?? `${text('figures.period')} ${place + 1}`)
    .join('\n');
  const headings = useMemo(() => joined.split('\n'), [joined]);
  const columns = useMemo(() => indicatorColumns(headings, numbers, text), [headings, numbers, text]);

  const change = useCallback(
    (step: (group: Group) => Group): void =>
      onEdit((sheet) => ({
        ...sheet,
        groups: sheet.groups.map((one) => (one.key === group.key ? step(one) : one)),
      })),
    [group.key, onEdit],
  );
  const move = (by: -1 | 1) => onEdit((sheet) => ({ ...sheet, groups: moved(sheet.groups, at, by) }));

  const insertPeriod = (place: number): void =>
    onEdit((sheet) =>
      withPeriods(
        sheet,
        [...sheet.periods.slice(0, place), emptyPeriod(), ...sheet.periods.slice(place)],
        [{ type: 'CREATE', fromRowIndex: place, toRowIndex: place + 1 }],
      ),
    );
  const removePeriods = (from: number, to: number): void =>
    onEdit((sheet) =>
      withPeriods(
        sheet,
        sheet.periods.filter((_, place) => place < from || place >= to),
        [{ type: 'DELETE', fromRowIndex: from, toRowIndex: to }],
      ),
    );
  const periodMenu = ({ left, right }: Area) => {
    const [from, to] = [left - columnsBeforePeriods, right - columnsBeforePeriods + 1];
    if (from < 0 || to > periods.length) return [];
    return [
      { label: text('figures.menu.period-before'), act: () => insertPeriod(from) },
      { label: text('figures.menu.period-after'), act: () => insertPeriod(to) },
      ...(to - from < periods.length
        ? [
            {
              label: text('figures.menu.period-delete', { periods: to - from }),
              act: () => removePeriods(from, to),
            },
          ]
        : []),
    ];
  };

  const name = [group.code, group.title].filter(Boolean).join('. ') || text('figures.group');
  return (
    <Box tag="section" aria-label={name} paddingTop={4}>
      <Flex gap={3} alignItems="flex-end" paddingBottom={3}>
        <Field.Root name={`${group.key}-code`}>
          <Field.Label>{text('figures.group.code')}</Field.Label>
          <TextInput
            disabled={disabled}
            value={group.code}
            style={{ width: '6rem' }}
            onChange={({ target }: { target: { value: string } }) =>
              change((one) => ({ ...one, code: target.value }))
            }
          />
        </Field.Root>
        <Box flex="1">
          <Field.Root name={`${group.key}-title`}>
            <Field.Label>{text('figures.group.title')}</Field.Label>
            <TextInput
              disabled={disabled}
              value={group.title}
              onChange={({ target }: { target: { value: string } }) =>
                change((one) => ({ ...one, title: target.value }))
              }
            />
          </Field.Root>
        </Box>
        <Flex gap={1}>
          <IconButton
            label={text('figures.group.up')}
            disabled={disabled || at === 0}
            onClick={() => move(-1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={text('figures.group.down')}
            disabled={disabled || at === groups - 1}
            onClick={() => move(1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton
            label={text('figures.group.remove')}
            disabled={disabled || groups === 1}
            onClick={() =>
              onEdit((sheet) => ({ ...sheet, groups: sheet.groups.filter(({ key }) => key !== group.key) }))
            }
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Grid
        name={name}
        rows={group.rows}
        columns={columns}
        createRow={() => emptyRow(periods.length)}
        disabled={disabled}
        openedAt={columnsBeforePeriods + periods.length - 1}
        menu={periodMenu}
        prepare={(table, cell) =>
          preparePaste({ table, cell, group: group.key, columns, numbers, text, onEdit })
        }
        onChange={(rows, operations) => change((one) => withRows(one, rows, operations))}
      />
    </Box>
  );
});
