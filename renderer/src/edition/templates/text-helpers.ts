import type { Direction } from '../../contract/primitives';
import type { SlotName } from '../../contract/edition';
import type { EncodingContext } from '../slots/encoders';
import { sentinel } from '../slots/sentinel';
import { figureTable } from '../text/figure-table';
import { outline } from '../text/outline';
import { textTable } from '../text/text-table';
import { textWidth, wrapText, lineWidth } from '../text/wrap';
import type { ListView } from '../../view/body-view';
import type { DashboardView } from '../../view/dashboard-view';
import type { TableView } from '../../view/table-view';

interface Options {
  data: { root: { nonce: string; locale: string; direction: Direction; words: Record<string, string> } };
  hash: { first?: string; rest?: string };
}

/** Helpers of the plain-text templates. They escape nothing, because plain text has no markup. */
export const textHelpers = {
  /** Text wrapped at 72 columns; `first` and `rest` are the prefixes of the first and the other lines. */
  wrap(value: string, { hash }: Options): string {
    return wrapText(value, { first: hash.first ?? '', rest: hash.rest ?? hash.first ?? '' });
  },

  /** Code, indented and not wrapped; left to right in Arabic too. */
  code(value: string, { data }: Options): string {
    return value.replace(/^.*$/gm, (line) =>
      data.root.direction === 'rtl' && line.trim() !== '' ? `    \u2066${line}\u2069` : `    ${line}`,
    );
  },

  /** A heading underlined with `mark`. */
  underlined(value: string, mark: string): string {
    const lines = wrapText(value, { first: '', rest: '' });
    return `${lines}\n${mark.repeat(Math.max(...lines.split('\n').map(textWidth)))}`;
  },

  /** A line of `mark` across the whole width. */
  rule(mark: string): string {
    return mark.repeat(lineWidth);
  },

  upper(value: string, { data }: Options): string {
    return value.toLocaleUpperCase(data.root.locale);
  },

  /** A list with its nested lists, each level indented by its own bullets. */
  outline(list: ListView): string {
    return outline(list);
  },

  /** A table of text, aligned, or row by row where it is too wide. */
  table(table: TableView, { data }: Options): string {
    return textTable(table, data.root.direction, data.root.words['colon'] ?? '');
  },

  join(one: string, other: string): string {
    return one + other;
  },

  figures(dashboard: DashboardView): string {
    return figureTable(dashboard);
  },

  slot(name: SlotName, context: EncodingContext, { data }: Options): string {
    return sentinel(data.root.nonce, name, context);
  },

  path(folder: string, name: string): string {
    return folder + name;
  },
};
