import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { MailBeside } from '../docked-mail/MailBeside';
import { useText } from '../hooks/use-text';
import { uids } from '../../../shared/uids';
import { editPath } from '../plugin/plugin-id';

/** Beside the form of an article or a dashboard: the mail with what is typed, and the way to see an article as it is stored. */
export const MailPanel: PanelComponent = ({ model, documentId }) => {
  const text = useText();
  const type = model === uids.article ? 'article' : model === uids.dashboard ? 'dashboard' : null;
  if (type === null) return null;
  return {
    title: text('panel.mail.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        <Typography textColor="neutral600">{text(`panel.mail.hint.${type}`)}</Typography>
        <MailBeside key={documentId ?? 'new'} type={type} documentId={documentId ?? null} />
        {type === 'article' && documentId && (
          <LinkButton
            tag={Link}
            to={editPath.articlePreview(documentId)}
            variant="tertiary"
            startIcon={<Eye />}
            fullWidth
          >
            {text('panel.article.preview')}
          </LinkButton>
        )}
      </Flex>
    ),
  };
};
