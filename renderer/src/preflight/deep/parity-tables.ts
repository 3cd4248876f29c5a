import type { Body, TableBlock } from '../../contract/body';
import { textOfLine } from '../../contract/places';
import { figureOf } from '../../view/typography/read-figure';
import type { DeepRule } from './inspection';
import { pairBodies } from './pair-articles';

/** Every language of an article has the same tables of text: as many rows and columns, and the same figures in them. */
export const parityTables: DeepRule = {
  name: 'parity-tables',
  severity: 'warning',
  check: ({ issue, siblings, find }) =>
    siblings.flatMap((sibling) =>
      pairBodies(issue, sibling).flatMap(({ place, body, other }) => {
        const difference = differenceOf(body, other);
        const language = { language: sibling.masthead.language };
        return difference === null ? [] : [find(place + difference, { language })];
      }),
    ),
};

/** Where the tables of a body first differ from those of another one, as a path within it; null if they do not. */
function differenceOf(body: Body, other: Body): string | null {
  const [tables, others] = [tablesOf(body), tablesOf(other)];
  for (const [at, { place, table }] of tables.entries()) {
    const translated = others[at]?.table;
    if (!translated) return place;
    const difference = tableDifference(table, translated);
    if (difference !== null) return place + difference;
  }
  return others.length > tables.length ? '' : null;
}

function tablesOf(body: Body): { place: string; table: TableBlock }[] {
  return body.flatMap((table, index) => (table.type === 'table' ? [{ place: `[${index}]`, table }] : []));
}

function tableDifference({ children: rows }: TableBlock, { children: others }: TableBlock): string | null {
  if (rows.length !== others.length || rows[0]?.children.length !== others[0]?.children.length) return '';
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.children.entries()) {
      const figure = figureOf(textOfLine(cell.children));
      const other = figureOf(textOfLine(others[at]?.children[column]?.children ?? []));
      if (figure !== null && other !== null && figure !== other)
        return `.children[${at}].children[${column}]`;
    }
  return null;
}
