import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import type { TextKey } from '../model/text';

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

const Lines = styled.dl`
  display: grid;
  grid-template-columns: minmax(9rem, auto) minmax(0, 1fr);
  align-items: baseline;
  gap: 0.6rem 1.2rem;

  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** The rows of a table below each other, each as a card. */
export function RowCards<Row>({ name, columns, rows, keyOf, onOpen }: DataTableProps<Row>) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={name}>
      {rows.map((row) => (
        <Box
          key={keyOf(row)}
          tag="li"
          background="neutral0"
          borderColor="neutral150"
          hasRadius
          shadow="tableShadow"
          padding={4}
          {...(onOpen && { onClick: () => onOpen(row), style: { cursor: 'pointer' } })}
        >
          <RowCard columns={columns} row={row} />
        </Box>
      ))}
    </Flex>
  );
}

function RowCard<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  const text = useText();
  const at = (place: Column<Row>['onPhone']) => columns.filter(({ onPhone }) => onPhone === place);
  const lines = at(undefined);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {at('head').map(({ heading, cell }) => (
            <div key={heading}>{cell(row)}</div>
          ))}
        </div>
        {at('beside').map(({ heading, cell }) => (
          <div key={heading} style={{ flexShrink: 0 }}>
            {cell(row)}
          </div>
        ))}
      </Flex>
      {at('plain').map(({ heading, cell }) => (
        <div key={heading} style={{ overflowWrap: 'anywhere' }}>
          {cell(row)}
        </div>
      ))}
      {lines.length > 0 && (
        <Lines>
          {lines.map(({ heading, cell }) => (
            <div key={heading} style={{ display: 'contents' }}>
              <Typography tag="dt" variant="pi" textColor="neutral600">
                {text(heading)}
              </Typography>
              <dd>{cell(row)}</dd>
            </div>
          ))}
        </Lines>
      )}
    </Flex>
  );
}
