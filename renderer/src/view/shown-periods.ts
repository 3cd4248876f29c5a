import type { Dashboard } from '../contract/dashboard';
import { decimalsOf } from './typography/decimals';
import { wideWidth, widestWord } from './typography/wide-width';
import { writeFigure } from './typography/write-figures';
import { word, type Words } from './emails/words';

/** Where the columns of a dashboard are shown, period by period. */
export interface ShownPeriod {
  /** In the mail; the others are on the web page only. */
  mail: boolean;
  /** On a phone. */
  phone: boolean;
  /** On the narrowest phones, 320 px wide. */
  narrow: boolean;
}

/** Inner widths of a table in px: in a mail, on a phone of 375 px, on one of 320 px. */
const room = { mail: 542, phone: 335, narrow: 280 };
const fontSize = 14;
/** Of both sides of a cell. */
const padding = 6;
/** A phone shows the newest period and the one it is compared with. */
const mostOnPhone = 2;

/**
 * Chooses the columns of a dashboard: as many of the newest periods as fit beside the labels without breaking a word, a date
 * or a figure, whatever sans the reader has; or those that its editor chose. One column is always shown.
 *
 * @param periods of the dashboard, with the labels as they are printed
 */
export function shownPeriods(dashboard: Dashboard, words: Words): ShownPeriod[] {
  const { periods } = dashboard;
  const rows = dashboard.groups.flatMap(({ indicators }) => indicators);
  const labels = Math.max(
    widestWord(word(words.mail, 'indicator'), fontSize, true),
    ...rows.map(({ label }) => widestWord(label, fontSize)),
  );
  const columns = periods.map(({ label, partial }, at) => {
    const latest = at === periods.length - 1;
    const figures = rows.map((row) => {
      const value = row.values[at] ?? null;
      if (value === null) return 0;
      return wideWidth(writeFigure(value, row.unit, decimalsOf(row), words), fontSize, latest);
    });
    return Math.max(headWidth(label, partial), ...figures);
  });
  const chosen = periods.some(({ inMail }) => inMail);
  const wanted = periods.map(({ inMail }) => inMail || !chosen);
  const fits = (kind: keyof typeof room, among: readonly boolean[], most: number): boolean[] => {
    let left = room[kind] - labels - padding;
    let count = 0;
    let open = true;
    return columns
      .map((width, at) => ({ width, at }))
      .reverse()
      .map(({ width, at }) => {
        if (!among[at] || !open) return false;
        left -= width + padding;
        count += 1;
        open = count === 1 || (left >= 0 && count <= most);
        return open;
      })
      .reverse();
  };
  const mail = fits('mail', wanted, Infinity);
  const phone = fits('phone', mail, mostOnPhone);
  const narrow = fits('narrow', phone, mostOnPhone);
  return periods.map((_, at) => ({
    mail: mail[at] ?? false,
    phone: phone[at] ?? false,
    narrow: narrow[at] ?? false,
  }));
}

/** A label of a period is broken at its spaces only. */
function headWidth(label: string, partial: boolean): number {
  const words = `${label}${partial ? '*' : ''}`.split(' ');
  return Math.max(...words.map((part) => wideWidth(part, fontSize, true)));
}
