import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import type { DeliveryRow } from '../../../../shared/desk';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { deliveryTone } from '../../model/delivery-counts';
import type { TextKey } from '../../model/text';
import { DoubtActions } from './DoubtActions';

const COLUMNS: TextKey[] = [
  'deliveries.column.address',
  'deliveries.column.state',
  'deliveries.column.reason',
  'deliveries.column.attempts',
  'deliveries.column.updated',
];

interface DeliveriesTableProps {
  campaignId: string;
  deliveries: DeliveryRow[];
}

export function DeliveriesTable({ campaignId, deliveries }: DeliveriesTableProps) {
  const text = useText();
  if (deliveries.length === 0) {
    return <Typography textColor="neutral600">{text('deliveries.empty')}</Typography>;
  }
  return (
    <Table colCount={COLUMNS.length} rowCount={deliveries.length + 1} aria-label={text('deliveries.title')}>
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
        {deliveries.map((delivery) => (
          <Row key={delivery.id} campaignId={campaignId} delivery={delivery} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ campaignId, delivery }: { campaignId: string; delivery: DeliveryRow }) {
  const text = useText();
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold">{delivery.address}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text(`language.${delivery.language}`)}
        </Typography>
      </Td>
      <Td>
        <Label tone={deliveryTone(delivery.state)}>{text(`delivery.one.${delivery.state}`)}</Label>
      </Td>
      <Td>
        <Box maxWidth="44rem" paddingTop={2} paddingBottom={2}>
          <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
            {delivery.reason}
          </Typography>
          {delivery.state === 'in-doubt' && <DoubtActions campaignId={campaignId} delivery={delivery} />}
        </Box>
      </Td>
      <Td>
        <Typography textColor="neutral700">{text('count', { count: delivery.attempts })}</Typography>
      </Td>
      <Td>
        <Typography variant="pi" textColor="neutral600">
          <Moment at={delivery.updatedAt} />
        </Typography>
      </Td>
    </Tr>
  );
}
