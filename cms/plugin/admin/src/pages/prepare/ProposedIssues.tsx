import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { CarriedSection, Proposal, ProposedIssue } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { InLanguage } from '../../components/InLanguage';
import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';
import type { NewNumber } from './use-new-number';

const Languages = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(30rem, 1fr));
  gap: 2rem;
`;
const Facts = styled.ul`
  margin: 0.8rem 0 0;
  padding-inline-start: 2rem;
  list-style: disc;
  color: ${({ theme }) => theme.colors.neutral700};

  li {
    margin-bottom: 0.4rem;
  }
`;
const ExistingLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.2rem;
`;

interface ProposedIssuesProps {
  fresh: NewNumber;
  proposal: Proposal;
}

/** The number in each language: what it will say, what becomes of each section, and what is left to write. */
export function ProposedIssues({ fresh, proposal }: ProposedIssuesProps) {
  const text = useText();
  return (
    <Card title={text('prepare.languages.title')}>
      <Languages>
        {proposal.issues.map((issue) => (
          <OneLanguage
            key={issue.language}
            issue={issue}
            isChosen={fresh.chosen.includes(issue.language)}
            onChoose={(isChosen) => fresh.choose(issue.language, isChosen)}
          />
        ))}
      </Languages>
      {proposal.dashboards.length > 0 && (
        <Box paddingTop={4}>
          {proposal.dashboards.map((dashboard, at) => (
            <Typography key={at} tag="p" variant="pi" textColor="neutral700">
              <DashboardFate dashboard={dashboard} />
            </Typography>
          ))}
        </Box>
      )}
    </Card>
  );
}

/** What becomes of one dashboard. */
function DashboardFate({ dashboard }: { dashboard: Proposal['dashboards'][number] }) {
  const text = useText();
  const { formatList } = useDeskIntl();
  const { title, period, leftOut, joined, isThere } = dashboard;
  if (isThere) return <>{text('prepare.dashboard.there', { title })}</>;
  const languages = formatList(joined.map((language) => text(`language.${language}`)));
  const said = [
    text('prepare.dashboard', { title, period }),
    ...(leftOut === null ? [] : [text('prepare.dashboard.left-out', { period: leftOut })]),
    ...(joined.length === 0 ? [] : [text('prepare.dashboard.joined', { languages })]),
  ];
  return <>{said.join(' ')}</>;
}

interface OneLanguageProps {
  issue: ProposedIssue;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function OneLanguage({ issue, isChosen, onChoose }: OneLanguageProps) {
  const text = useText();
  const { language, subject, periodLabel, existing, toWrite, sections, leavesCover } = issue;
  return (
    <section aria-label={text(`language.${language}`)}>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <Checkbox
          checked={isChosen}
          disabled={existing !== null}
          onCheckedChange={(checked) => onChoose(checked === true)}
        >
          <Typography fontWeight="bold" style={{ textTransform: 'capitalize' }}>
            {text(`language.${language}`)}
          </Typography>
        </Checkbox>
        {existing !== null && (
          <ExistingLink to={deskPath.issue(existing)}>{text('prepare.existing')}</ExistingLink>
        )}
      </Flex>
      {existing === null && (
        <Box paddingTop={2}>
          <Typography tag="p" fontWeight="semiBold">
            <InLanguage language={language}>{subject}</InLanguage>
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            <InLanguage language={language}>{periodLabel}</InLanguage>
          </Typography>
          <Facts>
            {toWrite.map((field) => (
              <Fact key={field} isWork>
                {text(`prepare.to-write.${field}`)}
              </Fact>
            ))}
            {leavesCover && <Fact isWork>{text('prepare.cover')}</Fact>}
            {sections.map((section, at) => (
              <Fact key={at}>
                <SectionName section={section} language={language} />
                {text('prepare.colon')}
                <Fate section={section} />
              </Fact>
            ))}
          </Facts>
        </Box>
      )}
    </section>
  );
}

function Fact({ isWork = false, children }: { isWork?: boolean; children: ReactNode }) {
  return (
    <li>
      <Typography variant="pi" textColor={isWork ? 'neutral800' : 'neutral700'}>
        {children}
      </Typography>
    </li>
  );
}

function SectionName({
  section,
  language,
}: {
  section: CarriedSection;
  language: ProposedIssue['language'];
}) {
  const text = useText();
  return section.heading === '' ? (
    <>{text(`prepare.section.${section.type}`)}</>
  ) : (
    <InLanguage language={language}>{section.heading}</InLanguage>
  );
}

/** What becomes of one section. */
function Fate({ section: { type, left, kept } }: { section: CarriedSection }) {
  const text = useText();
  switch (type) {
    case 'articles':
      return <>{text('prepare.fate.articles', { left })}</>;
    case 'dashboard':
      return <>{text(kept > 0 ? 'prepare.fate.dashboard' : 'prepare.fate.empty')}</>;
    case 'agenda':
      return <>{text('prepare.fate.agenda', { left, kept })}</>;
    case 'image':
      return <>{text(kept > 0 ? 'prepare.fate.kept' : 'prepare.fate.gone')}</>;
    default:
      return <>{text('prepare.fate.kept')}</>;
  }
}
