import { EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Link } from 'react-router-dom';

import { useMayOpen } from '../../hooks/use-may-open';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';

export function NoIssues() {
  const text = useText();
  const mayCompose = useMayOpen()('create', 'issue');
  return (
    <EmptyStateLayout
      hasRadius
      shadow="tableShadow"
      icon={<EmptyDocuments width="16rem" />}
      content={text(mayCompose ? 'issues.empty' : 'issues.empty.wait')}
      action={
        mayCompose && (
          <LinkButton tag={Link} to={deskPath.prepare('blank')} variant="secondary" startIcon={<Plus />}>
            {text('issues.new')}
          </LinkButton>
        )
      }
    />
  );
}
