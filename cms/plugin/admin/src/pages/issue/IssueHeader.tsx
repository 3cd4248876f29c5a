import { Flex, IconButton, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ExternalLink, Layout, Pencil, Plus } from '@strapi/icons';
import { BackButton, Layouts, useIsMobile } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { IssueDetail } from '../../../../shared/desk';
import { InLanguage } from '../../components/InLanguage';
import { LanguageName } from '../../components/LanguageName';
import { StageLabel } from '../../components/StageLabel';
import { useMayOpen } from '../../hooks/use-may-open';
import { useText } from '../../hooks/use-text';
import { deskPath, editPath } from '../../plugin/plugin-id';

/** Without it the line under the link has the browser's blue. */
const SiblingLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
`;

export function IssueHeader({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const mayOpen = useMayOpen();
  const [mayEdit, mayCreate] = [mayOpen('update', 'issue'), mayOpen('create', 'issue')];
  const title = `${issue.title} ${text('issue.number', { number: String(issue.number) })}`;
  if (useIsMobile()) return <PhoneHeader issue={issue} title={title} />;
  return (
    <Layouts.Header
      navigationAction={<BackButton fallback={deskPath.issues} />}
      title={title}
      secondaryAction={<StageLabel issue={issue} />}
      subtitle={<Subtitle issue={issue} />}
      primaryAction={
        <>
          {issue.stage === 'sent' && (
            <LinkButton
              href={issue.publicUrl}
              isExternal
              target="_blank"
              variant="tertiary"
              size="S"
              startIcon={<ExternalLink />}
            >
              {text('issue.public')}
            </LinkButton>
          )}
          {mayCreate && (
            <LinkButton
              tag={Link}
              to={deskPath.prepare(issue.number)}
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
            >
              {text('issue.prepare-next')}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton
              tag={Link}
              to={editPath.issue(issue.documentId)}
              variant="tertiary"
              size="S"
              startIcon={<Pencil />}
            >
              {text('issue.edit')}
            </LinkButton>
          )}
          {mayEdit && issue.may.edit && (
            <LinkButton
              tag={Link}
              to={deskPath.compose(issue.documentId)}
              variant="secondary"
              size="S"
              startIcon={<Layout />}
            >
              {text('compose.open')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

/** The same in two lines: Strapi's own header would take a third of a phone's height. */
function PhoneHeader({ issue, title }: { issue: IssueDetail; title: string }) {
  const text = useText();
  const mayEdit = useMayOpen()('update', 'issue');
  return (
    <Flex direction="column" alignItems="stretch" gap={1} padding={4} paddingTop={3}>
      <Flex gap={2} justifyContent="space-between">
        <Flex gap={2} minWidth={0}>
          <IconButton tag={Link} to={deskPath.issues} variant="ghost" label={text('issue.back')}>
            <ArrowLeft data-points />
          </IconButton>
          <Typography tag="h1" variant="beta" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
        </Flex>
        <Flex gap={2} shrink={0}>
          {issue.stage === 'sent' && (
            <IconButton
              tag="a"
              href={issue.publicUrl}
              target="_blank"
              rel="noreferrer"
              label={text('issue.public')}
            >
              <ExternalLink />
            </IconButton>
          )}
          {mayEdit && (
            <IconButton tag={Link} to={editPath.issue(issue.documentId)} label={text('issue.edit')}>
              <Pencil />
            </IconButton>
          )}
        </Flex>
      </Flex>
      <Subtitle issue={issue} isSmall />
    </Flex>
  );
}

/** Language and period, and the way to the other languages; on a phone the stage too. */
function Subtitle({ issue, isSmall = false }: { issue: IssueDetail; isSmall?: boolean }) {
  const text = useText();
  const variant = isSmall ? 'pi' : 'epsilon';
  return (
    <Flex gap={2} wrap="wrap" style={{ rowGap: '0.4rem' }}>
      {isSmall && <StageLabel issue={issue} />}
      <Typography tag="p" variant={variant} textColor="neutral600">
        <LanguageName language={issue.language} />
        {' · '}
        <InLanguage language={issue.language}>{issue.periodLabel}</InLanguage>
      </Typography>
      {issue.siblings.map((sibling) => (
        <Flex key={sibling.documentId} gap={2}>
          {!isSmall && (
            <Typography variant={variant} textColor="neutral400" aria-hidden>
              ·
            </Typography>
          )}
          <SiblingLink to={deskPath.issue(sibling.documentId)}>
            <Typography variant={variant} textColor="primary600">
              {text('issue.sibling', { language: text(`language.${sibling.language}`) })}
            </Typography>
          </SiblingLink>
        </Flex>
      ))}
    </Flex>
  );
}
