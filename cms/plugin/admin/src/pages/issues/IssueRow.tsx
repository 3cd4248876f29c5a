import { Box, Flex, IconButton, Td, Tr, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueSummary } from '../../../../shared/desk';
import { InLanguage } from '../../components/InLanguage';
import { LanguageName } from '../../components/LanguageName';
import { Moment } from '../../components/Moment';
import { StageLabel } from '../../components/StageLabel';
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

const Clickable = styled(Tr)`
  cursor: pointer;
`;

export function IssueRow({ issue }: { issue: IssueSummary }) {
  const text = useText();
  const navigate = useNavigate();
  const path = deskPath.issue(issue.documentId);
  const number = text('issue.number', { number: String(issue.number) });
  return (
    <Clickable onClick={() => navigate(path)}>
      <Td>
        <Typography tag="p" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
          {number}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <LanguageName language={issue.language} />
        </Typography>
      </Td>
      <Td>
        <Box maxWidth="42rem" paddingTop={3} paddingBottom={3}>
          <SubjectLink to={path} onClick={(event) => event.stopPropagation()}>
            <InLanguage language={issue.language}>{issue.subject}</InLanguage>
          </SubjectLink>
          <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
            <InLanguage language={issue.language}>{issue.periodLabel}</InLanguage>
          </Typography>
        </Box>
      </Td>
      <Td>
        <StageLabel stage={issue.stage} />
      </Td>
      <Td>
        <LastCampaign campaign={issue.campaign} />
      </Td>
      <Td>
        <Typography textColor="neutral600" variant="pi">
          <Moment at={issue.updatedAt} />
        </Typography>
      </Td>
      <Td onClick={(event) => event.stopPropagation()}>
        <Flex justifyContent="flex-end">
          <IconButton
            tag={Link}
            to={editPath.issue(issue.documentId)}
            label={text('issues.edit', { number })}
            variant="ghost"
          >
            <Pencil />
          </IconButton>
        </Flex>
      </Td>
    </Clickable>
  );
}
