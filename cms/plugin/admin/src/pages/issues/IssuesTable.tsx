import { Box, IconButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueSummary } from '../../../../shared/desk';
import { DataTable, type Column } from '../../components/DataTable';
import { InLanguage } from '../../components/InLanguage';
import { LanguageName } from '../../components/LanguageName';
import { Moment } from '../../components/Moment';
import { StageLabel } from '../../components/StageLabel';
import { useMayOpen } from '../../hooks/use-may-open';
import { useText } from '../../hooks/use-text';
import { deskPath, editPath } from '../../plugin/plugin-id';
import { LastCampaign } from './LastCampaign';

const SubjectLink = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  font-weight: 600;
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

const columns: Column<IssueSummary>[] = [
  { heading: 'issues.column.number', cell: (issue) => <NumberOf issue={issue} />, onPhone: 'head' },
  { heading: 'issues.column.subject', cell: (issue) => <SubjectOf issue={issue} />, onPhone: 'plain' },
  {
    heading: 'issues.column.stage',
    cell: (issue) => <StageLabel issue={issue} />,
    onPhone: 'beside',
  },
  {
    heading: 'issues.column.campaign',
    cell: (issue) => <LastCampaign issue={issue} />,
    onPhone: 'plain',
  },
  {
    heading: 'issues.column.updated',
    cell: ({ updatedAt }) => (
      <Typography textColor="neutral600" variant="pi">
        <Moment at={updatedAt} />
      </Typography>
    ),
    onPhone: 'none',
  },
  // The issue's own page has the same way to its form.
  {
    heading: 'issues.column.actions',
    isQuiet: true,
    cell: (issue) => <EditLink issue={issue} />,
    onPhone: 'none',
  },
];

export function IssuesTable({ issues }: { issues: IssueSummary[] }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <DataTable
      name={text('issues.title')}
      columns={columns}
      rows={issues}
      keyOf={({ documentId }) => documentId}
      onOpen={({ documentId }) => navigate(deskPath.issue(documentId))}
    />
  );
}

function NumberOf({ issue: { number, language } }: { issue: IssueSummary }) {
  const text = useText();
  return (
    <>
      <Typography tag="p" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
        {text('issue.number', { number: String(number) })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        <LanguageName language={language} />
      </Typography>
    </>
  );
}

function SubjectOf({ issue: { documentId, language, subject, periodLabel } }: { issue: IssueSummary }) {
  return (
    <Box maxWidth="42rem" paddingTop={{ initial: 0, medium: 3 }} paddingBottom={{ initial: 0, medium: 3 }}>
      <SubjectLink to={deskPath.issue(documentId)} onClick={(event) => event.stopPropagation()}>
        <InLanguage language={language}>{subject}</InLanguage>
      </SubjectLink>
      <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
        <InLanguage language={language}>{periodLabel}</InLanguage>
      </Typography>
    </Box>
  );
}

function EditLink({ issue: { documentId, number } }: { issue: IssueSummary }) {
  const text = useText();
  if (!useMayOpen()('update', 'issue')) return null;
  return (
    <Box display="flex" style={{ justifyContent: 'flex-end' }} onClick={(event) => event.stopPropagation()}>
      <IconButton
        tag={Link}
        to={editPath.issue(documentId)}
        label={text('issues.edit', { number: text('issue.number', { number: String(number) }) })}
        variant="ghost"
      >
        <Pencil />
      </IconButton>
    </Box>
  );
}
