import type { DashboardView } from '../../view/dashboard-view';
import { lineWidth, textWidth, wrapText } from './wrap';

const gap = 2;

/**
 * A dashboard as text: columns of equal width in all groups, figures aligned right. A label that is too long for its row is
 * on a line of its own above the figures.
 */
export function figureTable(dashboard: DashboardView): string {
  const all = dashboard.periods.map(({ label, partial, hidden }, index) => {
    const texts = dashboard.groups.flatMap(({ indicators }) =>
      indicators.map(({ cells }) => cells[index]?.text ?? ''),
    );
    return { head: partial ? `${label}*` : label, texts, index, hidden };
  });
  const columns = all.filter(({ hidden }) => hidden !== 'folded');
  const widths = columns.map(({ head, texts }) => gap + Math.max(...[head, ...texts].map(textWidth)));
  const room = lineWidth - widths.reduce((sum, width) => sum + width, 0);
  const figures = (texts: string[]) =>
    texts.map((text, index) => padStart(text, widths[index] ?? 0)).join('');

  const groups = dashboard.groups.map(({ title, indicators }) => {
    const head = flushRight(figures(columns.map((column) => column.head)));
    const rows = indicators.map(({ label, cells }) => {
      const row = figures(columns.map(({ index }) => cells[index]?.text ?? ''));
      return textWidth(label) <= room
        ? label + ' '.repeat(lineWidth - textWidth(label) - textWidth(row)) + row
        : `${wrapText(label, { first: '', rest: '' })}\n${flushRight(row)}`;
    });
    return [wrapText(title, { first: '', rest: '' }), head, '-'.repeat(lineWidth), ...rows].join('\n');
  });
  return groups.join('\n\n');
}

function flushRight(line: string): string {
  return padStart(line, lineWidth);
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}
