import { Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

import { usePreviewIssueQuery, useReadIssueQuery } from '../../api/issues';
import { LoadError } from '../../components/LoadError';
import { useReadEdition } from '../../hooks/use-read-edition';
import { useRefetchOnReturn } from '../../hooks/use-refetch-on-return';
import { useText } from '../../hooks/use-text';
import { IssueHeader } from './IssueHeader';
import { IssueSteps } from './IssueSteps';
import { SplitLayout } from './SplitLayout';
import { PreviewPane } from './preview/PreviewPane';

/** One issue: on the left what the readers will get, on the right the way from the draft to the mailboxes. */
export function IssuePage() {
  const text = useText();
  const { documentId = '' } = useParams();
  const issue = useReadIssueQuery(documentId, { refetchOnMountOrArgChange: true });
  const preview = usePreviewIssueQuery(documentId, { refetchOnMountOrArgChange: true });
  useRefetchOnReturn(() => {
    void issue.refetch();
    void preview.refetch();
  });

  const isJudged = issue.data?.stage === 'in-review' && issue.data.may.approve;
  const reading = useReadEdition(preview.data?.hash ?? null, isJudged);

  if (issue.isLoading) return <Page.Loading />;
  if (!issue.data) {
    return (
      <Page.Main>
        <LoadError error={issue.error} onRetry={issue.refetch} />
      </Page.Main>
    );
  }
  return (
    <Page.Main>
      <Page.Title>{text('issue.title', { number: String(issue.data.number) })}</Page.Title>
      <IssueHeader issue={issue.data} />
      <SplitLayout
        main={
          <PreviewPane
            issue={issue.data}
            preview={preview.data}
            error={preview.error}
            isLoading={preview.isLoading}
            onRetry={preview.refetch}
          />
        }
        side={<IssueSteps issue={issue.data} reading={reading} />}
      />
    </Page.Main>
  );
}
