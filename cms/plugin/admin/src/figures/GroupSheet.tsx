import { Box, Field, Flex, IconButton, TextInput } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { useMemo } from 'react';
import { checkboxColumn, createTextColumn, keyColumn, type Column } from 'react-datasheet-grid';

import { charts, measures, units } from '../../../shared/lists';
import { useText } from '../hooks/use-text';
import type { NumberStyle } from '../model/figure-text';
import { emptyRow, withRows, type Group, type IndicatorRow } from '../model/sheet';
import { choiceColumn, figureColumn, periodColumn } from './columns';
import { Sheet } from './Sheet';

interface GroupSheetProps {
  group: Group;
  /** How the periods are headed, in their order. */
  periods: readonly string[];
  numbers: NumberStyle;
  disabled: boolean;
  onChange: (group: Group) => void;
  /** Each is left out where it makes no sense, such as up for the first. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One group of indicators: its heading, and a sheet that begins with what is pasted from a spreadsheet, label and values. */
export function GroupSheet({
  group,
  periods,
  numbers,
  disabled,
  onChange,
  onUp,
  onDown,
  onRemove,
}: GroupSheetProps) {
  const text = useText();
  // The headings' text, not the array: a new one comes with every keystroke.
  const headings = periods.join('\n');
  const columns = useMemo((): Partial<Column<IndicatorRow>>[] => {
    const words = createTextColumn<string | null>({ continuousUpdates: false });
    const column = (
      key: keyof IndicatorRow,
      kind: unknown,
      title: string,
      minWidth: number,
    ): Partial<Column<IndicatorRow>> => ({ ...keyColumn(key, kind as never), title, minWidth });
    return [
      { ...column('label', words, text('figures.label'), 210), grow: 2 },
      ...headings.split('\n').map((heading, index) => periodColumn(index, heading, numbers)),
      column(
        'unit',
        choiceColumn(units.map((value) => ({ value, label: text(`figures.unit.${value}`) }))),
        text('figures.unit'),
        110,
      ),
      column('decimals', figureColumn(numbers), text('figures.decimals'), 90),
      column(
        'measure',
        choiceColumn(measures.map((value) => ({ value, label: text(`figures.measure.${value}`) }))),
        text('figures.measure'),
        170,
      ),
      column('highlight', checkboxColumn, text('figures.highlight'), 90),
      column(
        'chart',
        choiceColumn([
          { value: null, label: text('figures.chart.none') },
          ...charts.map((value) => ({ value, label: text(`figures.chart.${value}`) })),
        ]),
        text('figures.chart'),
        110,
      ),
      column('sumOf', words, text('figures.sum-of'), 320),
    ];
  }, [headings, numbers, text]);

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
            onChange={(event: { target: { value: string } }) =>
              onChange({ ...group, code: event.target.value })
            }
          />
        </Field.Root>
        <Box flex="1">
          <Field.Root name={`${group.key}-title`}>
            <Field.Label>{text('figures.group.title')}</Field.Label>
            <TextInput
              disabled={disabled}
              value={group.title}
              onChange={(event: { target: { value: string } }) =>
                onChange({ ...group, title: event.target.value })
              }
            />
          </Field.Root>
        </Box>
        <Flex gap={1}>
          <IconButton label={text('figures.group.up')} disabled={disabled || !onUp} onClick={onUp}>
            <ArrowUp />
          </IconButton>
          <IconButton label={text('figures.group.down')} disabled={disabled || !onDown} onClick={onDown}>
            <ArrowDown />
          </IconButton>
          <IconButton
            label={text('figures.group.remove')}
            disabled={disabled || !onRemove}
            onClick={onRemove}
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Sheet
        name={name}
        rows={group.rows}
        columns={columns}
        createRow={() => emptyRow(periods.length)}
        disabled={disabled}
        onChange={(rows, operations) => onChange(withRows(group, rows, operations))}
      />
    </Box>
  );
}
