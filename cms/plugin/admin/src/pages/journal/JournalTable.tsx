import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import type { JournalRow } from '../../../../shared/desk';
import type { JournalKind } from '../../../../shared/lists';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import type { TextKey, Tone } from '../../model/text';

const COLUMNS: TextKey[] = [
  'journal.column.at',
  'journal.column.by',
  'journal.column.kind',
  'journal.column.what',
];

const TONES: Record<JournalKind, Tone> = {
  issue: 'primary',
  campaign: 'success',
  test: 'secondary',
  export: 'warning',
  suppression: 'danger',
  content: 'neutral',
  sender: 'alternative',
  rights: 'alternative',
  ledger: 'warning',
};

export function JournalTable({ rows }: { rows: JournalRow[] }) {
  const text = useText();
  return (
    <Table colCount={COLUMNS.length} rowCount={rows.length + 1} aria-label={text('journal.title')}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {text(column)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ id, at, by, kind, sentence }) => (
          <Tr key={id}>
            <Td>
              <Typography variant="pi" textColor="neutral600">
                <Moment at={at} />
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">
                {by.id === 'system' ? text('journal.system') : by.name}
              </Typography>
            </Td>
            <Td>
              <Label tone={TONES[kind]}>{text(`journal.kind.${kind}`)}</Label>
            </Td>
            <Td>
              <Typography
                textColor="neutral800"
                style={{
                  display: 'block',
                  minWidth: '28rem',
                  whiteSpace: 'normal',
                  overflowWrap: 'anywhere',
                }}
              >
                {sentence}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
