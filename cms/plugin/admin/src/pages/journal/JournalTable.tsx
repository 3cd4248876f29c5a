import { Typography } from '@strapi/design-system';

import type { JournalRow } from '../../../../shared/desk';
import type { JournalKind } from '../../../../shared/journal-lists';
import { DataTable, type Column } from '../../components/DataTable';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { useSpaced } from '../../hooks/use-spaced';
import { useText } from '../../hooks/use-text';
import type { Tone } from '../../model/text';

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
  const spaced = useSpaced();
  const columns: Column<JournalRow>[] = [
    {
      heading: 'journal.column.at',
      cell: ({ at }) => (
        <Typography variant="pi" textColor="neutral600">
          <Moment at={at} />
        </Typography>
      ),
      onPhone: 'head',
    },
    {
      heading: 'journal.column.by',
      cell: ({ by }) => (
        <Typography textColor="neutral800" fontWeight="semiBold">
          {by.id === 'system' ? text('journal.system') : by.name}
        </Typography>
      ),
      onPhone: 'head',
    },
    {
      heading: 'journal.column.kind',
      cell: ({ kind }) => <Label tone={TONES[kind]}>{text(`journal.kind.${kind}`)}</Label>,
      onPhone: 'beside',
    },
    {
      heading: 'journal.column.what',
      cell: ({ sentence }) => (
        <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {spaced(sentence)}
        </Typography>
      ),
      onPhone: 'plain',
    },
  ];
  return <DataTable name={text('journal.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
