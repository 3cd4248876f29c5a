import type { ColumnRules } from './column-styles';

/** A part of a mail, compiled and finished. */
export interface CompiledPart {
  html: string;
  /** The rules that its columns need in the head. */
  columns: ColumnRules;
}
