import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { ExternalLink, Pencil } from '@strapi/icons';
import { BackButton, Layouts } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import type { IssueDetail } from '../../../../shared/desk';
import { InLanguage } from '../../components/InLanguage';
import { LanguageName } from '../../components/LanguageName';
import { StageLabel } from '../../components/StageLabel';
import { useText } from '../../hooks/use-text';
import { deskPath, editPath } from '../../plugin/plugin-id';

export function IssueHeader({ issue }: { issue: IssueDetail }) {
  const text = useText();
  return (
    <Layouts.Header
      navigationAction={<BackButton fallback={deskPath.issues} />}
      title={`${issue.title} ${text('issue.number', { number: String(issue.number) })}`}
      secondaryAction={<StageLabel stage={issue.stage} />}
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
          <LinkButton
            tag={Link}
            to={editPath.issue(issue.documentId)}
            variant="secondary"
            size="S"
            startIcon={<Pencil />}
          >
            {text('issue.edit')}
          </LinkButton>
        </>
      }
    />
  );
}

function Subtitle({ issue }: { issue: IssueDetail }) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <Typography tag="p" variant="epsilon" textColor="neutral600">
        <LanguageName language={issue.language} />
        {' · '}
        <InLanguage language={issue.language}>{issue.periodLabel}</InLanguage>
      </Typography>
      {issue.siblings.map((sibling) => (
        <Flex key={sibling.documentId} gap={2}>
          <Typography variant="epsilon" textColor="neutral400" aria-hidden>
            ·
          </Typography>
          <Link to={deskPath.issue(sibling.documentId)}>
            <Typography variant="epsilon" textColor="primary600">
              {text('issue.sibling', { language: text(`language.${sibling.language}`) })}
            </Typography>
          </Link>
        </Flex>
      ))}
    </Flex>
  );
}
