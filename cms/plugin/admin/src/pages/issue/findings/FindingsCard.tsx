import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';

import type { Finding, IssueDetail } from '../../../../../shared/desk';
import { mayHappen } from '../../../../../shared/stages';
import { Card } from '../../../components/Card';
import { Label } from '../../../components/Label';
import type { Deciding } from '../../../components/SetAside';
import { useMayOpen } from '../../../hooks/use-may-open';
import { useText } from '../../../hooks/use-text';
import { groupFindings } from '../../../model/findings';
import { FindingGroup } from './FindingGroup';

/** What stands in the way of an approval, and what the preflight found, the worst first and what was set aside last. */
export function FindingsCard({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const mayEdit = useMayOpen()('update', 'issue');
  const { errors, warnings, setAside } = groupFindings(issue.findings);
  // An error of the preflight is an obstacle too; it is shown once, with its place and remedy.
  const obstacles = issue.obstacles.filter((obstacle) => obstacle.code !== 'finding-error');
  const blocking = obstacles.length + errors.length;
  const clean = blocking + warnings.length === 0;
  const deciding: Deciding | null =
    issue.may.edit && mayHappen('approve', issue.stage)
      ? { documentId: issue.documentId, before: async () => true, onDone: () => undefined }
      : null;
  const composed = mayEdit && issue.may.edit ? issue.documentId : null;
  const withFinding = (findings: readonly Finding[]) => findings.map((finding) => ({ ...finding, finding }));
  return (
    <Card
      title={text('findings.title')}
      aside={
        <Flex gap={2}>
          {blocking > 0 && <Label tone="danger">{text('findings.blocking', { count: blocking })}</Label>}
          {warnings.length > 0 && (
            <Label tone="warning">{text('findings.warnings', { count: warnings.length })}</Label>
          )}
          {setAside.length > 0 && (
            <Label tone="neutral">{text('aside.count', { count: setAside.length })}</Label>
          )}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {clean && (
          <Flex gap={2}>
            <CheckCircle width="1.8rem" height="1.8rem" fill="success600" aria-hidden />
            <Typography textColor="neutral700">
              {text(setAside.length > 0 ? 'findings.clean.aside' : 'findings.clean')}
            </Typography>
          </Flex>
        )}
        <FindingGroup
          tone="danger"
          title={text('findings.obstacles.title')}
          items={obstacles.map((obstacle) => ({ ...obstacle, place: obstacle.subject, remedy: '' }))}
          deciding={null}
          composed={composed}
        />
        <FindingGroup
          tone="danger"
          title={text('findings.errors.title')}
          items={errors}
          deciding={null}
          composed={composed}
        />
        <FindingGroup
          tone="warning"
          title={text('findings.warnings.title')}
          items={withFinding(warnings)}
          deciding={deciding}
          composed={composed}
        />
        <FindingGroup
          tone="neutral"
          title={text('aside.title')}
          items={withFinding(setAside)}
          deciding={deciding}
          composed={composed}
        />
      </Flex>
    </Card>
  );
}
