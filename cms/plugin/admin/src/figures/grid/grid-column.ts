import type { directions } from '../../../../shared/lists';
import type { Cell, ColumnTexts } from '../../model/grid';

/** What is wrong with a cell, or asked about it, in a sentence. */
interface CellMark {
  kind: 'wrong' | 'asked';
  sentence: string;
}

/** Where the keyboard goes when a cell is written: `away` is where the person has gone already. */
export type AfterEdit = 'stay' | 'down' | 'forward' | 'away';

export interface Choice {
  value: string;
  label: string;
}

/** A column of a grid: what it is called, and how each of its cells reads, shows and writes a row. */
export interface GridColumn<Row> extends ColumnTexts<Row> {
  key: string;
  title: string;
  /** In rem, ten pixels each. */
  width: number;
  kind: 'text' | 'figure' | 'choice' | 'flag';
  /** As a cell is read. */
  show: (row: Row) => string;
  /** What a choice may be. */
  choices?: readonly Choice[];
  /** Stays in view while one scrolls sideways; such columns stand first. */
  isFrozen?: boolean;
  /** Names its rows to who hears the sheet. */
  isRowHeader?: boolean;
  /** What stands in an empty cell, such as “n.d.”; read aloud as `hint`. */
  placeholder?: (row: Row) => { text: string; hint: string } | null;
  /** The direction of its texts where it is not the page's. */
  direction?: (typeof directions)[keyof typeof directions];
  language?: string;
  mark?: (row: Row) => CellMark | null;
  /** Remembers that what is asked about is right. */
  settle?: (row: Row) => Row;
}

/** The yes of a flag, as it is copied to a spreadsheet, and what a spreadsheet may say for it. */
export const flagTexts = { yes: '1', no: '' } as const;
const yes = /^(?:1|x|✓|✔|oui|yes|true|vrai|نعم)$/i;

/** Reads a flag out of what was pasted. */
export function readFlag(text: string): boolean {
  return yes.test(text.trim());
}

/** Where a cell is found in the page. */
export function cellSelector({ row, column }: Cell): string {
  return `[data-row="${row}"][data-column="${column}"]`;
}
