import { Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';

import { useText } from '../hooks/use-text';
import { RowCards, type DataTableProps } from './RowCards';

export type { Column } from './RowCards';

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
