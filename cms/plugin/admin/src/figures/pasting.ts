import { placeCells } from '../model/place-cells';

/** What a grid reads of a clipboard. */
type Pasted = Pick<DataTransfer, 'types' | 'getData'>;

/**
 * Has tables that are pasted into sheets handed over with every cell in its place. The grid itself counts the cells of a row and
 * not the columns they cover, so behind a merged cell, or a long label, each figure would stand under another period.
 *
 * @returns what ends it
 * @see https://github.com/dream-num/univer/issues/3051 (Excel's long labels), https://github.com/telerik/kendo-ui-core/issues/2094
 */
export function placePastedTables(): () => void {
  const place = (event: ClipboardEvent): void => {
    const field =
      event.target instanceof Element ? event.target.closest('input, textarea, [contenteditable]') : null;
    if (field !== null && field.closest('.dsg-container') === null) return;
    const table = tableIn(event.clipboardData?.getData('text/html') ?? '');
    if (table !== null) withClipboard(event, table);
  };
  // Before the grid, which listens here too.
  document.addEventListener('paste', place, true);
  return () => document.removeEventListener('paste', place, true);
}

/**
 * Pastes as the keyboard does, for the menu: the grid's own way would not pass {@link placePastedTables}.
 *
 * @throws {DOMException} `NotAllowedError` where the person or the browser does not let the page read the clipboard
 */
export async function pasteFromMenu(): Promise<void> {
  const texts = new Map<string, string>();
  for (const item of await navigator.clipboard.read())
    for (const type of item.types.filter((type) => type.startsWith('text/')))
      texts.set(type, await (await item.getType(type)).text());
  const pasted: Pasted = { types: [...texts.keys()], getData: (type) => texts.get(type) ?? '' };
  document.dispatchEvent(withClipboard(new Event('paste'), pasted));
}

function withClipboard<Any extends Event>(event: Any, clipboardData: Pasted): Any {
  return Object.defineProperty(event, 'clipboardData', { configurable: true, value: clipboardData });
}

/** The first table of an HTML text, written anew; null where there is none. */
function tableIn(html: string): Pasted | null {
  const spaced = html.replace(/<br\b[^>]{0,80}>/gi, ' ');
  const table = new DOMParser().parseFromString(spaced, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows = [...table.rows].map(({ cells }) =>
    [...cells].map(({ textContent, colSpan, rowSpan }) => ({
      text: textContent ?? '',
      columns: colSpan,
      rows: rowSpan,
    })),
  );
  const written = document.createElement('table');
  for (const row of placeCells(rows)) {
    const cells = written.insertRow();
    for (const text of row) cells.insertCell().textContent = text;
  }
  return { types: ['text/html'], getData: () => written.outerHTML };
}
