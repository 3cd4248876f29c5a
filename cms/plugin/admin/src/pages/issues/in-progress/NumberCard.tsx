import { Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueSummary } from '../../../../../shared/desk';
import { useListToTranslateQuery } from '../../../api/translations';
import { Card } from '../../../components/Card';
import { InLanguage } from '../../../components/InLanguage';
import { LanguageName } from '../../../components/LanguageName';
import { StageLabel } from '../../../components/StageLabel';
import { useIssueStanding } from '../../../hooks/use-issue-standing';
import { useText } from '../../../hooks/use-text';
import { leftIn, type NumberInWork } from '../../../model/next-task';
import { countToTranslate, withWork } from '../../../model/work-to-translate';
import { deskPath } from '../../../plugin/plugin-id';

const Rows = styled.ul`
  display: grid;
  gap: 0;

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
const Row = styled.li`
  display: grid;
  grid-template-columns: 9rem 12rem minmax(0, 1fr) auto;
  gap: 1.6rem;
  align-items: center;
  padding: 1.2rem 0;

  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
`;

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
`;

/** One number, with a line for each of its languages. */
export function NumberCard({ number, issues }: NumberInWork) {
  const text = useText();
  const [first] = issues;
  const { data } = useListToTranslateQuery(first?.documentId ?? '', {
    skip: issues.length < 2,
    refetchOnMountOrArgChange: true,
  });
  return (
    <Card
      title={text('issue.number', { number: String(number) })}
      aside={
        first && (
          <Typography variant="pi" textColor="neutral600">
            <InLanguage language={first.language}>{first.periodLabel}</InLanguage>
          </Typography>
        )
      }
    >
      <Rows>
        {issues.map((issue) => (
          <LanguageRow
            key={issue.documentId}
            issue={issue}
            toTranslate={withWork(data, issue.language).reduce(
              (sum, work) => sum + countToTranslate(work),
              0,
            )}
          />
        ))}
      </Rows>
    </Card>
  );
}

function LanguageRow({ issue, toTranslate }: { issue: IssueSummary; toTranslate: number }) {
  const text = useText();
  const standing = useIssueStanding(issue.documentId);
  const left = standing && leftIn(standing);
  const language = text(`language.${issue.language}`);
  return (
    <Row>
      <Typography fontWeight="semiBold" style={{ textTransform: 'capitalize' }}>
        <LanguageName language={issue.language} />
      </Typography>
      <Flex>
        <StageLabel issue={issue} />
      </Flex>
      <Typography variant="pi" textColor={left ? 'neutral700' : 'neutral600'}>
        {standing ? left && text(left) : <Loader small>{text('work.loading', { language })}</Loader>}
        {toTranslate > 0 && standing?.may.edit && issue.stage !== 'sent' && (
          <>
            {' '}
            <Way to={deskPath.issue(issue.documentId)}>
              {text('to-translate.count', { count: toTranslate })}
            </Way>
          </>
        )}
      </Typography>
      <Flex gap={2}>
        {standing?.may.edit && (
          <LinkButton
            tag={Link}
            to={deskPath.compose(issue.documentId)}
            variant="secondary"
            size="S"
            aria-label={text('work.compose', { language })}
          >
            {text('compose.open')}
          </LinkButton>
        )}
        <LinkButton
          tag={Link}
          to={deskPath.issue(issue.documentId)}
          variant="tertiary"
          size="S"
          aria-label={text('work.open', { language })}
        >
          {text('work.open.short')}
        </LinkButton>
      </Flex>
    </Row>
  );
}
