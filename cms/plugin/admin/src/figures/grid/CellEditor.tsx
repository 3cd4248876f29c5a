import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';

import type { AfterEdit, GridColumn } from './grid-column';

interface CellEditorProps<Row> {
  /** Row and column, for who hears it. */
  name: string;
  column: GridColumn<Row>;
  row: Row;
  /** The text that it begins with. */
  begin: string;
  /** @param text null when nothing is to change */
  onDone: (text: string | null, next: AfterEdit) => void;
}

/** The field within a cell while it is edited: Enter and Tab keep what was written, Escape does not. */
export function CellEditor<Row>({ name, column, row, begin, onDone }: CellEditorProps<Row>) {
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    const own = field.current;
    own?.focus();
    if (own instanceof HTMLInputElement) own.setSelectionRange(own.value.length, own.value.length);
  }, []);
  const done = (text: string | null, next: AfterEdit): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(text, next);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    // The sheet's own keys are those of a cell that is not edited.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const next = { Enter: 'down', Tab: 'forward', Escape: 'stay' } as const;
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    if (event.key === 'Tab' && event.shiftKey) return;
    event.preventDefault();
    done(event.key === 'Escape' ? null : event.currentTarget.value, next[event.key]);
  };
  const own = { ref: field, 'aria-label': name, className: 'editor', onKeyDown: keys };
  if (column.kind === 'choice')
    return (
      <select
        {...own}
        defaultValue={column.choices?.find(({ label }) => label === column.show(row))?.value}
        onChange={(event) => done(event.target.value, 'stay')}
        onBlur={() => done(null, 'away')}
      >
        {column.choices?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...own}
      type="text"
      autoComplete="off"
      spellCheck={column.kind === 'text'}
      inputMode={column.kind === 'figure' ? 'decimal' : 'text'}
      defaultValue={begin}
      onBlur={(event) => done(event.target.value, 'away')}
    />
  );
}
