import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';

import type { ArticleTranslations, Language } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import { useBeginTranslationMutation, useReadTranslationsQuery } from '../api/translations';
import { LoadError } from '../components/LoadError';
import { Refusal } from '../components/Refusal';
import { useText } from '../hooks/use-text';
import { editPath } from '../plugin/plugin-id';
import { LinkArticle } from './LinkArticle';
import { TranslatedLine } from './TranslatedLine';

/** Beside an article's form: its other languages, which of them are behind, and the way to those that are missing. */
export const TranslationsPanel: PanelComponent = ({ model, documentId }) => {
  const text = useText();
  if (model !== uids.article || documentId === undefined) return null;
  return { title: text('translations.title'), content: <Translations documentId={documentId} /> };
};

function Translations({ documentId }: { documentId: string }) {
  const found = useReadTranslationsQuery(documentId, { refetchOnMountOrArgChange: true });
  if (found.data) return <Known translations={found.data} />;
  return found.isLoading ? null : <LoadError error={found.error} onRetry={found.refetch} />;
}

function Known({ translations }: { translations: ArticleTranslations }) {
  const text = useText();
  const navigate = useNavigate();
  const { documentId, articles, missing, original } = translations;
  const [begin, { error, isLoading }] = useBeginTranslationMutation();
  const translate = async (language: Language): Promise<void> => {
    const made = await begin({ documentId, language });
    if ('data' in made) navigate(editPath.article(made.data.documentId));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {articles.map((article) => (
          <TranslatedLine
            key={article.documentId}
            article={article}
            isOpen={article.documentId === documentId}
            original={original}
          />
        ))}
      </Flex>
      {missing.map((language) => (
        <Button
          key={language}
          variant="secondary"
          startIcon={<Plus />}
          disabled={isLoading}
          onClick={() => void translate(language)}
          fullWidth
        >
          {text('translations.begin', { language: text(`language.${language}`) })}
        </Button>
      ))}
      <Refusal error={error} />
      {articles.length > 1 && (
        <Typography variant="pi" textColor="neutral600">
          {text('translations.hint')}
        </Typography>
      )}
      <LinkArticle documentId={documentId} missing={missing} isLinked={articles.length > 1} />
    </Flex>
  );
}
