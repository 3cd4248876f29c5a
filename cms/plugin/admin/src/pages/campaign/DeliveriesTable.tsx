import { Box, Typography } from '@strapi/design-system';

import type { DeliveryRow } from '../../../../shared/desk';
import { DataTable, type Column } from '../../components/DataTable';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { useSpaced } from '../../hooks/use-spaced';
import { useText } from '../../hooks/use-text';
import { deliveryTone } from '../../model/delivery-counts';
import { DoubtActions } from './DoubtActions';

interface DeliveriesTableProps {
  campaignId: string;
  deliveries: DeliveryRow[];
}

export function DeliveriesTable({ campaignId, deliveries }: DeliveriesTableProps) {
  const text = useText();
  if (deliveries.length === 0) {
    return <Typography textColor="neutral600">{text('deliveries.empty')}</Typography>;
  }
  const columns: Column<DeliveryRow>[] = [
    {
      heading: 'deliveries.column.address',
      cell: ({ address, language }) => (
        <>
          {address === '' ? (
            <Typography textColor="neutral600">{text('deliveries.erased')}</Typography>
          ) : (
            <Typography fontWeight="semiBold">{address}</Typography>
          )}
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text(`language.${language}`)}
          </Typography>
        </>
      ),
      onPhone: 'head',
    },
    {
      heading: 'deliveries.column.state',
      cell: ({ state }) => <Label tone={deliveryTone(state)}>{text(`delivery.one.${state}`)}</Label>,
      onPhone: 'beside',
    },
    {
      heading: 'deliveries.column.reason',
      cell: (delivery) => <WhatHappened campaignId={campaignId} delivery={delivery} />,
      onPhone: 'plain',
    },
    {
      heading: 'deliveries.column.attempts',
      cell: ({ attempts }) => (
        <Typography textColor="neutral700">{text('count', { count: attempts })}</Typography>
      ),
    },
    {
      heading: 'deliveries.column.updated',
      cell: ({ updatedAt }) => (
        <Typography variant="pi" textColor="neutral600">
          <Moment at={updatedAt} />
        </Typography>
      ),
    },
  ];
  return (
    <DataTable name={text('deliveries.title')} columns={columns} rows={deliveries} keyOf={({ id }) => id} />
  );
}

function WhatHappened({ campaignId, delivery }: { campaignId: string; delivery: DeliveryRow }) {
  const spaced = useSpaced();
  return (
    <Box
      minWidth={{ initial: 0, medium: '16rem' }}
      maxWidth="44rem"
      paddingTop={{ initial: 0, medium: 2 }}
      paddingBottom={{ initial: 0, medium: 2 }}
    >
      <Typography
        tag="p"
        variant="pi"
        textColor="neutral700"
        style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
      >
        {delivery.reason && spaced(delivery.reason)}
      </Typography>
      {delivery.state === 'in-doubt' && <DoubtActions campaignId={campaignId} delivery={delivery} />}
    </Box>
  );
}
