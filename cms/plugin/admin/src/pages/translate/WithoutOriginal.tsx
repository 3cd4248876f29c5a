import { Box, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';

import type { SideBySide } from '../../../../shared/desk';
import { ArticleLanguages } from '../../article-languages/ArticleLanguages';
import { Card } from '../../components/Card';
import { useText } from '../../hooks/use-text';
import { editPath } from '../../plugin/plugin-id';

/** An article that translates nothing: its languages, and the way into each. */
export function WithoutOriginal({ sideBySide: { article } }: { sideBySide: SideBySide }) {
  const text = useText();
  const title = article.form.title || text('compose.untitled');
  return (
    <Page.Main>
      <Page.Title>{text('translate.title', { title })}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={editPath.article(article.documentId)} />}
        title={text('translate.title', { title })}
      />
      <Layouts.Content>
        <Box maxWidth="64rem">
          <Card title={text('translations.title')}>
            <Typography tag="p" textColor="neutral600" paddingBottom={4}>
              {text('translate.no-original')}
            </Typography>
            <ArticleLanguages documentId={article.documentId} />
          </Card>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}
