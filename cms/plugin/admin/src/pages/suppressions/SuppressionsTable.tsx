import { Flex, Typography } from '@strapi/design-system';

import type { SuppressionRow } from '../../../../shared/desk';
import { useLiftSuppressionMutation } from '../../api/suppressions';
import { DataTable, type Column } from '../../components/DataTable';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { reasonTone, sourceText } from '../../model/suppression';
import { LiftButton } from './LiftButton';

const known: Column<SuppressionRow>[] = [
  {
    heading: 'suppressions.column.address',
    cell: ({ address }) => <AddressOf address={address} />,
    onPhone: 'head',
  },
  { heading: 'suppressions.column.reason', cell: ({ reason }) => <ReasonOf reason={reason} /> },
  { heading: 'suppressions.column.source', cell: (row) => <SourceOf suppression={row} /> },
  {
    heading: 'suppressions.column.since',
    cell: ({ createdAt }) => (
      <Typography variant="pi" textColor="neutral600">
        <Moment at={createdAt} />
      </Typography>
    ),
  },
];

export function SuppressionsTable({ suppressions }: { suppressions: SuppressionRow[] }) {
  const text = useText();
  const [lift, lifted] = useLiftSuppressionMutation();
  const columns: Column<SuppressionRow>[] = [
    ...known,
    {
      heading: 'suppressions.column.actions',
      isQuiet: true,
      cell: (row) => (
        <Flex justifyContent={{ initial: 'flex-start', medium: 'flex-end' }}>
          <LiftButton
            suppression={row}
            disabled={lifted.isLoading}
            onLift={(because) => void lift({ id: row.id, ...because })}
          />
        </Flex>
      ),
      onPhone: 'plain',
    },
  ];
  return (
    <>
      <DataTable
        name={text('suppressions.title')}
        columns={columns}
        rows={suppressions}
        keyOf={({ id }) => id}
      />
      <Refusal error={lifted.error} />
    </>
  );
}

function AddressOf({ address }: Pick<SuppressionRow, 'address'>) {
  const text = useText();
  return address === null ? (
    <Typography textColor="neutral600">{text('suppressions.unknown-address')}</Typography>
  ) : (
    <Typography fontWeight="semiBold">{address}</Typography>
  );
}

function ReasonOf({ reason }: Pick<SuppressionRow, 'reason'>) {
  const text = useText();
  return <Label tone={reasonTone(reason)}>{text(`reason.${reason}`)}</Label>;
}

function SourceOf({ suppression: { source, madeBy, why } }: { suppression: SuppressionRow }) {
  const text = useText();
  const ours = sourceText(source);
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography textColor="neutral700">
        {[ours ? text(ours) : source, ...(madeBy === null ? [] : [madeBy])].join(' · ')}
      </Typography>
      {why !== null && (
        <Typography
          variant="pi"
          textColor="neutral600"
          dir="auto"
          style={{ whiteSpace: 'normal', maxWidth: '36rem' }}
        >
          {why}
        </Typography>
      )}
    </Flex>
  );
}
