import { Page } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';

import { usePreviewIssueQuery, useReadIssueQuery } from '../../api/issues';
import { LoadError } from '../../components/LoadError';
import { useReadEdition } from '../../hooks/use-read-edition';
import { useRefetchOnReturn } from '../../hooks/use-refetch-on-return';
import { useText } from '../../hooks/use-text';
import { useWhileVisible } from '../../hooks/use-while-visible';
import { IssueHeader } from './IssueHeader';
import { IssueSteps } from './IssueSteps';
import { SplitLayout } from './SplitLayout';
import { PreviewPane } from './preview/PreviewPane';

/** How often the issue is asked for again, in milliseconds: others write, submit and approve it meanwhile. */
const ASKED_EVERY = 5_000;

/** One issue: on the left what the readers will get, on the right the way from the draft to the mailboxes. */
export function IssuePage() {
  const { documentId = '' } = useParams();
  // Made anew for another issue: what was typed and chosen belongs to the one before.
  return <PageOfIssue key={documentId} documentId={documentId} />;
}

function PageOfIssue({ documentId }: { documentId: string }) {
  const text = useText();
  const pollingInterval = useWhileVisible(ASKED_EVERY);
  const issue = useReadIssueQuery(documentId, { pollingInterval, refetchOnMountOrArgChange: true });
  const preview = usePreviewIssueQuery(documentId, { refetchOnMountOrArgChange: true });
  usePreviewInStep(issue.data?.edition?.hash, preview.data?.hash, preview.refetch);
  useRefetchOnReturn(() => {
    void issue.refetch();
    void preview.refetch();
  });

  const isJudged = issue.data?.stage === 'in-review' && issue.data.may.approve;
  const reading = useReadEdition(preview.data?.hash ?? null);

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
            isJudged={isJudged}
            reading={reading}
          />
        }
        side={<IssueSteps issue={issue.data} reading={reading} />}
      />
    </Page.Main>
  );
}

/** Asks for the preview again, once, when the issue on the page is another edition than the one that is shown. */
function usePreviewInStep(hash: string | undefined, shown: string | undefined, refetch: () => unknown): void {
  const asked = useRef(hash);
  useEffect(() => {
    if (hash === undefined || shown === undefined || hash === shown || hash === asked.current) return;
    asked.current = hash;
    refetch();
  }, [hash, shown, refetch]);
}
