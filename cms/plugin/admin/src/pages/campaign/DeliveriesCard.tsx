import { Box, Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';

import { useListDeliveriesQuery } from '../../api/campaigns';
import { Card } from '../../components/Card';
import { LoadError } from '../../components/LoadError';
import { Pager } from '../../components/Pager';
import { SearchField } from '../../components/SearchField';
import { usePageQuery } from '../../hooks/use-page-query';
import { useText } from '../../hooks/use-text';
import { readDeliveryState } from '../../model/delivery-counts';
import { DeliveriesActions } from './DeliveriesActions';
import { DeliveriesTable } from './DeliveriesTable';
import { StateFilter } from './StateFilter';

interface DeliveriesCardProps {
  campaignId: string;
  /** How often the rows are asked for again, in milliseconds; 0 for never. */
  pollingInterval: number;
}

/** The ledger's rows of one campaign, to filter by state and search by address. */
export function DeliveriesCard({ campaignId, pollingInterval }: DeliveriesCardProps) {
  const text = useText();
  const { page, pageSize, state, search, setPage, setFilter } = usePageQuery();
  const filter = readDeliveryState(state);
  const { data, error, refetch } = useListDeliveriesQuery(
    { campaignId, page, pageSize, ...(filter && { state: filter }), ...(search && { search }) },
    { pollingInterval, refetchOnMountOrArgChange: true },
  );
  return (
    <Card title={text('deliveries.title')}>
      <Flex gap={4} paddingBottom={4} alignItems="flex-end" wrap="wrap">
        <Box width="24rem">
          <StateFilter value={filter} onChange={(value) => setFilter({ state: value ?? '' })} />
        </Box>
        <Box width="32rem">
          <SearchField
            label={text('deliveries.search')}
            value={search}
            onSearch={(value) => setFilter({ search: value })}
          />
        </Box>
        {data && (
          <DeliveriesActions campaignId={campaignId} state={filter} search={search} total={data.total} />
        )}
      </Flex>
      {!data && error === undefined && <Page.Loading />}
      {!data && error !== undefined && <LoadError error={error} onRetry={refetch} />}
      {data && <DeliveriesTable campaignId={campaignId} deliveries={data.rows} />}
      {data && data.total > 0 && (
        <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
      )}
    </Card>
  );
}
