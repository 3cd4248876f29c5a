import { Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

import { useText } from '../hooks/use-text';
import type { TextKey } from '../model/text';
import { RowCards } from './RowCards';

/** One column of a table, and what becomes of it where there is no room for columns. */
export interface Column<Row> {
  heading: TextKey;
  /** The heading is there for those who hear the page only. */
  isQuiet?: boolean;
  cell: (row: Row) => ReactNode;
  /**
   * On a phone each row is a card: `head` stands on top, `beside` at its right, `plain` below over the whole width, `none` is
   * left out; the others stand in lines, each behind its heading.
   */
  onPhone?: 'head' | 'beside' | 'plain' | 'none';
}

export interface DataTableProps<Row> {
  /** What assistive technology calls the table. */
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** Where a click on a row leads; a link in the row does the same for the keyboard. */
  onOpen?: (row: Row) => void;
}

/** Rows of one kind: a table where there is room, cards on a phone, so that nothing has to be pushed sideways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const text = useText();
  const { name, columns, rows, keyOf, onOpen } = props;
  if (useIsMobile()) return <RowCards {...props} />;
  return (
    <Table colCount={columns.length} rowCount={rows.length + 1} aria-label={name}>
      <Thead>
        <Tr>
          {columns.map(({ heading, isQuiet = false }) => (
            <Th key={heading}>
              {isQuiet ? (
                <VisuallyHidden>{text(heading)}</VisuallyHidden>
              ) : (
                <Typography variant="sigma" textColor="neutral600">
                  {text(heading)}
                </Typography>
              )}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)} {...(onOpen && { onClick: () => onOpen(row), style: { cursor: 'pointer' } })}>
            {columns.map(({ heading, cell }) => (
              <Td key={heading}>{cell(row)}</Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
