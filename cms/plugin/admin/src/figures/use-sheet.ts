import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { canonical } from '../model/canonical';
import type { Sheet } from '../model/sheet';
import { readSheet, writeSheet } from '../model/stored-sheet';

/** The figures while they are edited. */
interface EditedSheet {
  sheet: Sheet;
  /** Changes them by one step that can be undone, which is taken at once; one that changes nothing is none. The same function always. */
  edit: (step: (sheet: Sheet) => Sheet) => void;
  undo: () => void;
  redo: () => void;
}

/** Steps that can be undone. */
const mostSteps = 100;

/**
 * Holds figures as sheets, and hands on what is to be stored. Rows that are still empty stand in the sheet and not in the value; only what
 * comes from outside replaces the sheet, and ends what could be undone.
 *
 * @param value as it is stored, or its JSON
 */
export function useSheet(value: unknown, onChange: (value: unknown) => void): EditedSheet {
  // A form hands back a copy of what it was given, and not at once, so texts are compared with what was seen last.
  const stored = useMemo(() => (typeof value === 'string' ? value : canonical(value)), [value]);
  const [shown, setShown] = useState(() => ({
    ...{ seen: stored, written: stored, sheet: readSheet(parsed(value)) },
    ...{ before: [] as Sheet[], after: [] as Sheet[] },
  }));
  let current = shown;
  if (shown.seen !== stored) {
    current =
      shown.written === stored
        ? { ...shown, seen: stored }
        : { seen: stored, written: stored, sheet: readSheet(parsed(value)), before: [], after: [] };
    setShown(current);
  }
  const now = useRef({ current, onChange });
  useLayoutEffect(() => {
    now.current = { current, onChange };
  });

  const put = useCallback((next: Pick<typeof current, 'sheet' | 'before' | 'after'>): void => {
    const written = writeSheet(next.sheet);
    const state = { ...now.current.current, ...next, written: canonical(written) };
    // Two steps of one moment follow each other.
    now.current.current = state;
    setShown(state);
    now.current.onChange(written);
  }, []);

  return {
    sheet: current.sheet,
    edit: useCallback(
      (step) => {
        const { sheet, before } = now.current.current;
        const next = step(sheet);
        if (next !== sheet) put({ sheet: next, before: [...before, sheet].slice(-mostSteps), after: [] });
      },
      [put],
    ),
    undo: useCallback(() => {
      const { sheet, before, after } = now.current.current;
      const last = before.at(-1);
      if (last) put({ sheet: last, before: before.slice(0, -1), after: [sheet, ...after] });
    }, [put]),
    redo: useCallback(() => {
      const { sheet, before, after } = now.current.current;
      const [next, ...rest] = after;
      if (next) put({ sheet: next, before: [...before, sheet], after: rest });
    }, [put]),
  };
}

/** Strapi hands JSON over as it came: an object, or a text when someone wrote it as one. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
