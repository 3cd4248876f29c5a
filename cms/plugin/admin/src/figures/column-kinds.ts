import { readFigure, showFigure, writeFigure, type Figure, type NumberStyle } from '../model/figure-text';
import type { TextKey, TextValues } from '../model/text';
import { flagTexts, readFlag, type Choice, type GridColumn } from './grid/grid-column';

/** Writes a text of the desk. */
export type Say = (key: TextKey, values?: TextValues) => string;

/** How wide a column of figures is, in rem: three of them beside their labels, also in a small window. */
const figureWidth = 8.6;

/** A text; what is empty is none. */
export function textColumn<Row>(
  key: string,
  title: string,
  width: number,
  read: (row: Row) => string | null,
  write: (row: Row, text: string | null) => Row,
): GridColumn<Row> {
  const shown = (row: Row) => read(row) ?? '';
  return {
    ...{ key, title, width, kind: 'text', show: shown, copy: shown },
    write: (row, text) => write(row, text.trim() === '' ? null : text.trim()),
    clear: (row) => write(row, null),
  };
}

/** Something that is ticked. */
export function flagColumn<Row>(
  key: string,
  title: string,
  width: number,
  read: (row: Row) => boolean,
  write: (row: Row, isSet: boolean) => Row,
): GridColumn<Row> {
  const shown = (row: Row) => (read(row) ? flagTexts.yes : flagTexts.no);
  return {
    ...{ key, title, width, kind: 'flag', show: shown, copy: shown },
    write: (row, text) => write(row, readFlag(text)),
    clear: (row) => write(row, false),
  };
}

/** A word that is pasted as it is shown, or the value behind it; anything else is left out. */
export function choiceColumn<Row>(
  key: string,
  title: string,
  width: number,
  choices: readonly Choice[],
  read: (row: Row) => string,
  write: (row: Row, value: string) => Row,
): GridColumn<Row> {
  const shown = (row: Row) => choices.find(({ value }) => value === read(row))?.label ?? read(row);
  return {
    ...{ key, title, width, choices, kind: 'choice', show: shown, copy: shown },
    write: (row, text) => {
      const asked = text.trim().toLowerCase();
      const found = choices.find(
        (one) => one.value.toLowerCase() === asked || one.label.toLowerCase() === asked,
      );
      return found ? write(row, found.value) : row;
    },
    clear: (row) => write(row, choices[0]?.value ?? ''),
  };
}

/** A figure; what is none stays, marked, for the person to correct. */
export function figureColumn<Row>(
  key: string,
  title: string,
  numbers: NumberStyle,
  read: (row: Row) => Figure,
  write: (row: Row, figure: Figure) => Row,
  say: Say,
): GridColumn<Row> {
  return {
    ...{ key, title, width: figureWidth, kind: 'figure' },
    show: (row) => showFigure(read(row), numbers),
    copy: (row) => writeFigure(read(row), numbers),
    write: (row, text) => write(row, readFigure(text, numbers)),
    clear: (row) => write(row, null),
    mark: (row) => {
      const figure = read(row);
      // The server refuses it too, by the row's name.
      return typeof figure === 'string'
        ? { kind: 'wrong', sentence: say('figures.wrong', { text: figure }) }
        : null;
    },
  };
}
