import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';

import type { ArticleTranslations, Language } from '../../../shared/desk';
import { useBeginTranslationMutation, useReadTranslationsQuery } from '../api/translations';
import { LoadError } from '../components/LoadError';
import { Refusal } from '../components/Refusal';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { deskPath } from '../plugin/plugin-id';
import { LinkArticle } from './LinkArticle';
import { TranslatedLine } from './TranslatedLine';

/** An article in its languages: which of them are behind, and the way to those that are missing. */
export function ArticleLanguages({ documentId }: { documentId: string }) {
  const found = useReadTranslationsQuery(documentId, { refetchOnMountOrArgChange: true });
  if (found.data) return <Known translations={found.data} />;
  return found.isLoading ? null : <LoadError error={found.error} onRetry={found.refetch} />;
}

function Known({ translations }: { translations: ArticleTranslations }) {
  const text = useText();
  const navigate = useNavigate();
  const mayEdit = useMay()('desk.edit');
  const { documentId, articles, missing, original } = translations;
  const [begin, { error, isLoading }] = useBeginTranslationMutation();
  const translate = async (language: Language): Promise<void> => {
    const made = await begin({ documentId, language });
    if ('data' in made) navigate(deskPath.translate(made.data.documentId));
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
      {(mayEdit ? missing : []).map((language) => (
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
      {mayEdit && articles.length > 1 && (
        <Typography variant="pi" textColor="neutral600">
          {text('translations.hint')}
        </Typography>
      )}
      {mayEdit && <LinkArticle documentId={documentId} missing={missing} isLinked={articles.length > 1} />}
    </Flex>
  );
}
