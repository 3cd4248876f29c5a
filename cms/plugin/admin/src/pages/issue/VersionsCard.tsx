import type { IssueDetail } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { useText } from '../../hooks/use-text';
import { QuestionHost } from '../../revisions/QuestionHost';
import { VersionList } from '../../revisions/VersionList';

/** Who saved the issue and when; its articles and dashboards have versions of their own, beside their forms. */
export function VersionsCard({ issue }: { issue: IssueDetail }) {
  const text = useText();
  return (
    <Card title={text('versions.title')}>
      <VersionList type="issue" documentId={issue.documentId} savedAt={issue.updatedAt} />
      <QuestionHost />
    </Card>
  );
}
