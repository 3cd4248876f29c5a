import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useListSuppressionsQuery } from '../../api/suppressions';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Pager } from '../../components/Pager';
import { SearchField } from '../../components/SearchField';
import { usePageQuery } from '../../hooks/use-page-query';
import { useText } from '../../hooks/use-text';
import { ErasePersonForm } from './ErasePersonForm';
import { SuppressForm } from './SuppressForm';
import { SuppressionsTable } from './SuppressionsTable';

/** Addresses that must not be mailed, whatever list they are on: why, since when, and the way back. */
export function SuppressionsPage() {
  const text = useText();
  const { page, pageSize, search, setPage, setFilter } = usePageQuery();
  const { data, error, refetch } = useListSuppressionsQuery(
    { page, pageSize, ...(search && { search }) },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <Page.Main>
      <Page.Title>{text('suppressions.title')}</Page.Title>
      <Layouts.Header title={text('suppressions.title')} subtitle={text('suppressions.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={10}>
          <SuppressForm />
          <Box width="36rem" maxWidth="100%">
            <SearchField
              label={text('suppressions.search')}
              value={search}
              onSearch={(value) => setFilter({ search: value })}
            />
          </Box>
          {!data && error === undefined && <Page.Loading />}
          {!data && error !== undefined && <LoadError error={error} onRetry={refetch} />}
          {data?.total === 0 && (
            <EmptyStateLayout
              hasRadius
              shadow="tableShadow"
              icon={<EmptyDocuments width="16rem" />}
              content={search ? text('suppressions.not-found', { search }) : text('suppressions.empty')}
            />
          )}
          {data && data.total > 0 && (
            <div>
              <SuppressionsTable suppressions={data.rows} />
              <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
            </div>
          )}
          <ErasePersonForm />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
