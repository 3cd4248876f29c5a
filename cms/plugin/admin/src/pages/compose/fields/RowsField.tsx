import { Box, Button, Field, Flex, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross, Plus } from '@strapi/icons';
import type { ReactNode } from 'react';

import { useText } from '../../../hooks/use-text';
import type { TextKey } from '../../../model/text';
import { FieldNotes } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

interface RowsFieldProps<Row extends object> {
  uid: string;
  name: string;
  rows: readonly Row[];
  emptyRow: Row;
  addText: TextKey;
  /** What a row is called where it is moved and removed. */
  titleOf: (row: Row) => string;
  onChange: (rows: Row[]) => void;
  children: (row: Row, at: number, change: (fields: Partial<Row>) => void) => ReactNode;
}

/** Entries of a section, each with its fields in a box of its own, in an order that is changed by buttons. */
export function RowsField<Row extends object>(props: RowsFieldProps<Row>) {
  const { uid, name, rows, emptyRow, addText, titleOf, onChange, children } = props;
  const text = useText();
  const { label } = useLabel(uid, name);
  const { isDisabled } = useForm();
  const id = useFieldId(name);
  const moved = (at: number, by: number): Row[] => {
    const next = [...rows];
    next.splice(at + by, 0, ...next.splice(at, 1));
    return next;
  };
  const titled = (row: Row, at: number) => ({ name: titleOf(row) || String(at + 1) });
  return (
    <Field.Root id={`${id}-rows`} name={name}>
      <Field.Label>{label}</Field.Label>
      {rows.map((row, at) => (
        <Box key={at} padding={3} background="neutral100" hasRadius borderColor="neutral150">
          <Flex gap={1} justifyContent="flex-end">
            <IconButton
              size="XS"
              variant="ghost"
              disabled={isDisabled || at === 0}
              label={text('compose.row.up', titled(row, at))}
              onClick={() => onChange(moved(at, -1))}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              size="XS"
              variant="ghost"
              disabled={isDisabled || at === rows.length - 1}
              label={text('compose.row.down', titled(row, at))}
              onClick={() => onChange(moved(at, 1))}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              size="XS"
              variant="ghost"
              disabled={isDisabled}
              label={text('compose.row.remove', titled(row, at))}
              onClick={() => onChange(rows.filter((one) => one !== row))}
            >
              <Cross />
            </IconButton>
          </Flex>
          {children(row, at, (fields) =>
            onChange(rows.map((one) => (one === row ? { ...row, ...fields } : one))),
          )}
        </Box>
      ))}
      <Box>
        <Button
          id={id}
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          disabled={isDisabled}
          onClick={() => onChange([...rows, emptyRow])}
        >
          {text(addText)}
        </Button>
      </Box>
      <FieldNotes field={name} />
    </Field.Root>
  );
}
