import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';

import type { IssueDetail } from '../../../../../shared/desk';
import { Card } from '../../../components/Card';
import { Label } from '../../../components/Label';
import { useText } from '../../../hooks/use-text';
import { groupFindings } from '../../../model/findings';
import { FindingGroup } from './FindingGroup';

/** What stands in the way of an approval, and what the preflight found, the worst first. */
export function FindingsCard({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const { errors, warnings } = groupFindings(issue.findings);
  // An error of the preflight is an obstacle too; it is shown once, with its place and remedy.
  const obstacles = issue.obstacles.filter((obstacle) => obstacle.code !== 'finding-error');
  const blocking = obstacles.length + errors.length;
  const clean = blocking + warnings.length === 0;
  return (
    <Card
      title={text('findings.title')}
      aside={
        <Flex gap={2}>
          {blocking > 0 && <Label tone="danger">{text('findings.blocking', { count: blocking })}</Label>}
          {warnings.length > 0 && (
            <Label tone="warning">{text('findings.warnings', { count: warnings.length })}</Label>
          )}
        </Flex>
      }
    >
      {clean ? (
        <Flex gap={2}>
          <CheckCircle width="1.8rem" height="1.8rem" fill="success600" aria-hidden />
          <Typography textColor="neutral700">{text('findings.clean')}</Typography>
        </Flex>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <FindingGroup
            tone="danger"
            title={text('findings.obstacles.title')}
            items={obstacles.map((obstacle) => ({ ...obstacle, place: obstacle.subject, remedy: '' }))}
          />
          <FindingGroup tone="danger" title={text('findings.errors.title')} items={errors} />
          <FindingGroup tone="warning" title={text('findings.warnings.title')} items={warnings} />
        </Flex>
      )}
    </Card>
  );
}
