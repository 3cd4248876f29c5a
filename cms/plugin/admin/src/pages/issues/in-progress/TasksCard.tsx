import { Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueSummary } from '../../../../../shared/desk';
import { Card } from '../../../components/Card';
import { useIssueStanding } from '../../../hooks/use-issue-standing';
import { useText } from '../../../hooks/use-text';
import { taskOf, type NumberInWork } from '../../../model/next-task';
import { deskPath } from '../../../plugin/plugin-id';

const Tasks = styled.ul`
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  li {
    padding: 1rem 0;
  }
`;
const TaskLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.4rem;
`;

/** What the person who looks can do now. */
export function TasksCard({ numbers }: { numbers: NumberInWork[] }) {
  const text = useText();
  const issues = numbers.flatMap(({ issues: own }) => own);
  const [known, setKnown] = useState<Readonly<Record<string, boolean>>>({});
  const isAllKnown = issues.every(({ documentId }) => documentId in known);
  const hasNone = isAllKnown && issues.every(({ documentId }) => !known[documentId]);
  return (
    <Card title={text('tasks.title')}>
      <Tasks>
        {issues.map((issue) => (
          <Task
            key={issue.documentId}
            issue={issue}
            onKnown={(isMine) =>
              setKnown((now) =>
                now[issue.documentId] === isMine ? now : { ...now, [issue.documentId]: isMine },
              )
            }
          />
        ))}
      </Tasks>
      {!isAllKnown && <Typography textColor="neutral600">{text('tasks.loading')}</Typography>}
      {hasNone && <Typography textColor="neutral600">{text('tasks.none')}</Typography>}
    </Card>
  );
}

function Task({ issue, onKnown }: { issue: IssueSummary; onKnown: (isMine: boolean) => void }) {
  const text = useText();
  const standing = useIssueStanding(issue.documentId);
  const task = standing && taskOf(standing);
  useEffect(() => {
    if (task !== undefined) onKnown(task !== null);
  });
  if (!task) return null;
  const which = text('tasks.of', {
    number: String(issue.number),
    language: text(`language.${issue.language}`),
  });
  return (
    <li>
      <TaskLink to={deskPath.issue(issue.documentId)}>{text(task)}</TaskLink>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {which}
      </Typography>
    </li>
  );
}
