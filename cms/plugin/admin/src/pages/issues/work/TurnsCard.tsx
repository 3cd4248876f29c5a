import { Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueSummary } from '../../../../../shared/desk';
import { Card } from '../../../components/Card';
import { useIssueStanding } from '../../../hooks/use-issue-standing';
import { useText } from '../../../hooks/use-text';
import { turnOf, type NumberInWork } from '../../../model/turn';
import { deskPath } from '../../../plugin/plugin-id';

const Turns = styled.ul`
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  li {
    padding: 1rem 0;
  }
`;
const TurnLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.4rem;
`;

/** What the person who looks can do now. */
export function TurnsCard({ numbers }: { numbers: NumberInWork[] }) {
  const text = useText();
  const issues = numbers.flatMap(({ issues: own }) => own);
  const [known, setKnown] = useState<Readonly<Record<string, boolean>>>({});
  const isAllKnown = issues.every(({ documentId }) => documentId in known);
  const hasNone = isAllKnown && issues.every(({ documentId }) => !known[documentId]);
  return (
    <Card title={text('turns.title')}>
      <Turns>
        {issues.map((issue) => (
          <Turn
            key={issue.documentId}
            issue={issue}
            onKnown={(isMine) =>
              setKnown((now) =>
                now[issue.documentId] === isMine ? now : { ...now, [issue.documentId]: isMine },
              )
            }
          />
        ))}
      </Turns>
      {!isAllKnown && <Typography textColor="neutral600">{text('turns.loading')}</Typography>}
      {hasNone && <Typography textColor="neutral600">{text('turns.none')}</Typography>}
    </Card>
  );
}

function Turn({ issue, onKnown }: { issue: IssueSummary; onKnown: (isMine: boolean) => void }) {
  const text = useText();
  const standing = useIssueStanding(issue.documentId);
  const turn = standing && turnOf(standing);
  useEffect(() => {
    if (turn !== undefined) onKnown(turn !== null);
  });
  if (!turn) return null;
  const which = text('turns.of', {
    number: String(issue.number),
    language: text(`language.${issue.language}`),
  });
  return (
    <li>
      <TurnLink to={deskPath.issue(issue.documentId)}>{text(turn)}</TurnLink>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {which}
      </Typography>
    </li>
  );
}
