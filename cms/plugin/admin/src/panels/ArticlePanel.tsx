import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useText } from '../hooks/use-text';
import { uids } from '../../../shared/uids';
import { editPath } from '../plugin/plugin-id';

/** Beside an article's form: the way to see it as the bulletin's readers will. */
export const ArticlePanel: PanelComponent = ({ model, documentId }) => {
  const text = useText();
  if (model !== uids.article) return null;
  return {
    title: text('panel.article.title'),
    content: <ArticlePanelContent documentId={documentId} />,
  };
};

function ArticlePanelContent({ documentId }: { documentId: string | undefined }) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography textColor="neutral600">
        {text(documentId ? 'panel.article.hint' : 'panel.article.unsaved')}
      </Typography>
      {documentId && (
        <LinkButton
          tag={Link}
          to={editPath.articlePreview(documentId)}
          variant="secondary"
          startIcon={<Eye />}
          fullWidth
        >
          {text('panel.article.preview')}
        </LinkButton>
      )}
    </Flex>
  );
}
