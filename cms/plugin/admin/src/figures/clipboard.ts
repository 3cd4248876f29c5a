import { placeCells } from '../model/place-cells';
import { readTabs, writeTabs } from '../model/pasted-table';

/** What is read of a clipboard. */
type Pasted = Pick<DataTransfer, 'getData'>;

/**
 * The table in a clipboard: of its HTML, where every cell has its place, also behind a merged one or a long label; otherwise of its text.
 *
 * @see https://github.com/dream-num/univer/issues/3051 (Excel's long labels), https://github.com/telerik/kendo-ui-core/issues/2094
 */
export function tableOf(clipboard: Pasted): string[][] {
  return tableIn(clipboard.getData('text/html')) ?? readTabs(clipboard.getData('text/plain'));
}

/**
 * The same for a menu, which is handed no clipboard.
 *
 * @throws {DOMException} `NotAllowedError` where the person or the browser does not let the page read it
 */
export async function tableOfClipboard(): Promise<string[][]> {
  const texts = new Map<string, string>();
  for (const item of await navigator.clipboard.read())
    for (const type of item.types.filter((type) => type.startsWith('text/')))
      texts.set(type, await (await item.getType(type)).text());
  return tableOf({ getData: (type) => texts.get(type) ?? '' });
}

/** Hands texts to a clipboard as spreadsheets read them, and as a table for a text. */
export function putTable(
  clipboard: Pick<DataTransfer, 'setData'>,
  table: readonly (readonly string[])[],
): void {
  const written = document.createElement('table');
  for (const texts of table) {
    const cells = written.insertRow();
    for (const text of texts) cells.insertCell().textContent = text;
  }
  clipboard.setData('text/plain', writeTabs(table));
  clipboard.setData('text/html', written.outerHTML);
}

/** The first table of an HTML text; null where there is none. */
function tableIn(html: string): string[][] | null {
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
  return placeCells(rows);
}
