import { Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';

import type { IssueSummary } from '../../../../shared/desk';
import { useText } from '../../hooks/use-text';
import type { TextKey } from '../../model/text';
import { IssueRow } from './IssueRow';

const COLUMNS: TextKey[] = [
  'issues.column.number',
  'issues.column.subject',
  'issues.column.stage',
  'issues.column.campaign',
  'issues.column.updated',
];

export function IssuesTable({ issues }: { issues: IssueSummary[] }) {
  const text = useText();
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={issues.length + 1} aria-label={text('issues.title')}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {text(column)}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{text('issues.column.actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {issues.map((issue) => (
          <IssueRow key={issue.documentId} issue={issue} />
        ))}
      </Tbody>
    </Table>
  );
}
