import { Box, Button, Field, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useField } from '@strapi/strapi/admin';
import { forwardRef, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { useText } from '../hooks/use-text';
import { numberStyle } from '../model/figure-text';
import { emptyGroup, moved, withPeriods, type Group, type Sheet } from '../model/sheet';
import { readSheet, writeSheet } from '../model/stored-sheet';
import { GroupSheet } from './GroupSheet';
import { placePastedTables } from './pasting';
import { PeriodsSheet } from './PeriodsSheet';

interface FiguresFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** The figures of a dashboard as sheets to type in and paste into; what is stored is the contract's own JSON. */
const FiguresField = forwardRef<HTMLDivElement, FiguresFieldProps>(function FiguresField(
  { name, label, hint, labelAction, required = false, disabled = false },
  ref,
) {
  const text = useText();
  const { locale } = useIntl();
  const numbers = useMemo(() => numberStyle(locale), [locale]);
  const { value, error, onChange } = useField<unknown>(name);
  useEffect(placePastedTables, []);

  // Rows that are still empty stand in the sheet and not in the value; only what comes from outside replaces the sheet.
  // The form hands back a copy of what it was given, and not at once, so texts are compared with what was seen last.
  const stored = JSON.stringify(value ?? null);
  const [shown, setShown] = useState(() => ({
    seen: stored,
    written: stored,
    sheet: readSheet(parsed(value)),
  }));
  let { sheet } = shown;
  if (shown.seen !== stored) {
    if (shown.written !== stored) sheet = readSheet(parsed(value));
    setShown({ seen: stored, written: stored, sheet });
  }
  const change = (next: Sheet): void => {
    const written = writeSheet(next);
    setShown({ ...shown, written: JSON.stringify(written), sheet: next });
    onChange(name, written);
  };
  const changeGroups = (groups: Group[]): void => change({ ...sheet, groups });
  const { periods, groups } = sheet;
  const headings = periods.map((period, index) => period.label ?? `${text('figures.period')} ${index + 1}`);

  return (
    <Field.Root name={name} error={error} hint={hint} required={required} ref={ref}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Field.Hint />
      <Field.Error />
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {text('figures.periods')}
      </Typography>
      <PeriodsSheet
        periods={periods}
        disabled={disabled}
        onChange={(next, operations) => change(withPeriods(sheet, next, operations))}
      />
      {groups.map((group, index) => (
        <GroupSheet
          key={group.key}
          group={group}
          periods={headings}
          numbers={numbers}
          disabled={disabled}
          onChange={(next) => changeGroups(groups.map((one) => (one === group ? next : one)))}
          onUp={index > 0 ? () => changeGroups(moved(groups, index, -1)) : undefined}
          onDown={index < groups.length - 1 ? () => changeGroups(moved(groups, index, 1)) : undefined}
          onRemove={groups.length > 1 ? () => changeGroups(groups.filter((one) => one !== group)) : undefined}
        />
      ))}
      <Box paddingTop={4}>
        <Button
          type="button"
          variant="secondary"
          startIcon={<Plus />}
          disabled={disabled}
          onClick={() => changeGroups([...groups, emptyGroup(periods.length)])}
        >
          {text('figures.group.add')}
        </Button>
      </Box>
    </Field.Root>
  );
});

/** Strapi hands JSON over as it came: an object, or a text when someone wrote it as one. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

export default FiguresField;
