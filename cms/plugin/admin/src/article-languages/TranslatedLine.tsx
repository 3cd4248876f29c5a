import { Box, Button, Flex, Link as StyledLink, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { ArticleTranslations, TranslatedArticle } from '../../../shared/desk';
import { labelOf } from '../../../shared/field-labels';
import { uids } from '../../../shared/uids';
import { useSettleTranslationMutation } from '../api/translations';
import { InLanguage } from '../components/InLanguage';
import { Refusal } from '../components/Refusal';
import { useDeskLanguage } from '../hooks/use-desk-intl';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { deskPath, editPath } from '../plugin/plugin-id';

interface TranslatedLineProps {
  article: TranslatedArticle;
  /** Whether it is the one whose form is open. */
  isOpen: boolean;
  original: ArticleTranslations['original'];
}

/** One language of an article, and what of the original it has not followed yet. */
export function TranslatedLine({ article, isOpen, original }: TranslatedLineProps) {
  const text = useText();
  const mayEdit = useMay()('desk.edit');
  const { documentId, language, title, changed } = article;
  const name = title === '' ? text('translations.untitled') : title;
  return (
    <Box tag="li">
      <Flex gap={2} alignItems="baseline">
        <Typography variant="sigma" textColor="neutral600">
          {language.toUpperCase()}
        </Typography>
        <InLanguage language={language}>
          {isOpen ? (
            <Typography fontWeight="semiBold">{name}</Typography>
          ) : (
            <StyledLink tag={Link} to={editPath.article(documentId)}>
              {name}
            </StyledLink>
          )}
        </InLanguage>
      </Flex>
      {mayEdit && original !== null && original.documentId !== documentId && (
        <StyledLink
          tag={Link}
          to={deskPath.translate(documentId)}
          aria-label={text('translate.open.of', { language: text(`language.${language}`) })}
        >
          {text('translate.open')}
        </StyledLink>
      )}
      {original !== null && (changed === null || changed.length > 0) && (
        <Behind article={article} revision={original.revision} isOpen={isOpen} />
      )}
    </Box>
  );
}

function Behind({
  article: { documentId, changed },
  revision,
  isOpen,
}: {
  article: TranslatedArticle;
  revision: number;
  isOpen: boolean;
}) {
  const text = useText();
  const language = useDeskLanguage();
  const mayEdit = useMay()('desk.edit');
  const [settle, { error, isLoading }] = useSettleTranslationMutation();
  const fields = (changed ?? []).map((field) => labelOf(uids.article, field)?.[language] ?? field);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={1}>
      <Typography variant="pi" textColor="neutral800">
        {changed === null
          ? text('translations.behind')
          : text('translations.behind.fields', { fields: fields.join(text('comma')) })}
      </Typography>
      {isOpen && mayEdit && (
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Check />}
          loading={isLoading}
          onClick={() => void settle({ documentId, revision })}
        >
          {text('translations.settle')}
        </Button>
      )}
      <Refusal error={error} />
    </Flex>
  );
}
