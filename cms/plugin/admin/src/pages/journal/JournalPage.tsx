import { EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useListJournalQuery } from '../../api/journal';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Pager } from '../../components/Pager';
import { useJournalFilter } from '../../hooks/use-journal-filter';
import { usePageQuery } from '../../hooks/use-page-query';
import { useText } from '../../hooks/use-text';
import { JournalFilters } from './JournalFilters';
import { JournalTable } from './JournalTable';

/** Who decided what, and when: to read, to search, to take away as a file. */
export function JournalPage() {
  const text = useText();
  const { page, pageSize, setPage } = usePageQuery();
  const { filter, asked, setFilter } = useJournalFilter();
  const { data, error, refetch } = useListJournalQuery(
    { page, pageSize, ...asked },
    { refetchOnMountOrArgChange: true },
  );
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <Page.Main>
      <Page.Title>{text('journal.title')}</Page.Title>
      <Layouts.Header title={text('journal.title')} subtitle={text('journal.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={10}>
          <JournalFilters filter={filter} asked={asked} onChange={setFilter} />
          {!data && error === undefined && <Page.Loading />}
          {!data && error !== undefined && <LoadError error={error} onRetry={refetch} />}
          {data?.total === 0 && (
            <EmptyStateLayout
              hasRadius
              shadow="tableShadow"
              icon={<EmptyDocuments width="16rem" />}
              content={text(isFiltered ? 'journal.not-found' : 'journal.empty')}
            />
          )}
          {data && data.total > 0 && (
            <div>
              <JournalTable rows={data.rows} />
              <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
            </div>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
