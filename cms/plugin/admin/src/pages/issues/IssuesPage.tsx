import { LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Pager } from '../../components/Pager';
import { useIssues } from '../../hooks/use-issues';
import { useMayOpen } from '../../hooks/use-may-open';
import { usePageQuery } from '../../hooks/use-page-query';
import { useRefetchOnReturn } from '../../hooks/use-refetch-on-return';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';
import { IssuesTable } from './IssuesTable';
import { NoIssues } from './NoIssues';
import { WorkCards } from './in-progress/WorkCards';

/** All issues, newest first: where each stands and what became of its last campaign. */
export function IssuesPage() {
  const text = useText();
  const { page, pageSize, setPage } = usePageQuery();
  const { data, error, isLoading, refetch } = useIssues({ page, pageSize });
  const mayOpen = useMayOpen();
  useRefetchOnReturn(refetch);

  return (
    <Page.Main>
      <Page.Title>{text('issues.title')}</Page.Title>
      <Layouts.Header
        title={text('issues.title')}
        subtitle={text('issues.subtitle')}
        primaryAction={
          mayOpen('create', 'issue') && (
            <LinkButton tag={Link} to={deskPath.prepare(null)} startIcon={<Plus />} size="S">
              {text('issues.new')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <DeskNav />
        {isLoading && <Page.Loading />}
        {error !== undefined && !data && <LoadError error={error} onRetry={refetch} />}
        {data && data.total === 0 && <NoIssues />}
        {data && data.total > 0 && (
          <>
            {page === 1 && <WorkCards />}
            <Typography tag="h2" variant="delta" paddingBottom={3}>
              {text('issues.all')}
            </Typography>
            <IssuesTable issues={data.rows} />
            {data.total > pageSize && (
              <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />
            )}
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
