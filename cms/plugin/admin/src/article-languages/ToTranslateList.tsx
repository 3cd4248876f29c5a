import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import type { ToTranslate } from '../../../shared/desk';
import { useBeginTranslationMutation } from '../api/translations';
import { InLanguage } from '../components/InLanguage';
import { Refusal } from '../components/Refusal';
import { useText } from '../hooks/use-text';
import { deskPath } from '../plugin/plugin-id';

const Rows = styled.ul`
  display: grid;
  gap: 1.2rem;
`;
const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
`;

type Named = ToTranslate['behind'][number];

interface ToTranslateListProps {
  work: ToTranslate;
  /** Puts a translation that is there into the issue, where that is being written. */
  onAdd?: (translation: Named, from: ToTranslate['lacking'][number]) => void;
}

/** What one language of a number has still to translate, each with the way to it. */
export function ToTranslateList({ work, onAdd }: ToTranslateListProps) {
  const { issue, language, lacking, behind } = work;
  const text = useText();
  const navigate = useNavigate();
  const [begin, { error, isLoading }] = useBeginTranslationMutation();
  const onBegin = async ({ documentId }: Named): Promise<void> => {
    const made = await begin({ documentId, language });
    if ('data' in made && made.data) navigate(deskPath.translate(made.data.documentId, issue));
  };
  return (
    <>
      <Rows>
        {lacking.map((lack) => {
          const { article, translation } = lack;
          return (
            <li key={article.documentId}>
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <Title article={article} />
                {translation === null ? (
                  <Button
                    size="S"
                    variant="secondary"
                    startIcon={<Plus />}
                    disabled={isLoading}
                    aria-label={text('to-translate.begin.of', {
                      language: text(`language.${language}`),
                      title: article.title,
                    })}
                    onClick={() => void onBegin(article)}
                  >
                    {text('translations.begin', { language: text(`language.${language}`) })}
                  </Button>
                ) : (
                  <>
                    <Typography variant="pi" textColor="neutral600">
                      {text('to-translate.elsewhere')}
                    </Typography>
                    {onAdd ? (
                      <Button
                        size="S"
                        variant="secondary"
                        startIcon={<Plus />}
                        aria-label={text('to-translate.add.of', { title: article.title })}
                        onClick={() => onAdd(translation, lack)}
                      >
                        {text('to-translate.add')}
                      </Button>
                    ) : (
                      <Way to={deskPath.compose(issue)}>{text('compose.open')}</Way>
                    )}
                    <Way to={deskPath.translate(translation.documentId, issue)}>{text('translate.open')}</Way>
                  </>
                )}
              </Flex>
            </li>
          );
        })}
        {behind.map((article) => (
          <li key={article.documentId}>
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <Title article={article} />
              <Typography variant="pi" textColor="neutral800">
                {text('translations.behind')}
              </Typography>
              <Way to={deskPath.translate(article.documentId, issue)}>{text('translate.open')}</Way>
            </Flex>
          </li>
        ))}
      </Rows>
      <Refusal error={error} />
    </>
  );
}

/** Leads to the languages of the article, where one that is translated already is linked. */
function Title({ article: { documentId, title, language } }: { article: Named }) {
  const text = useText();
  return (
    <Way to={deskPath.translate(documentId)} style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
      <InLanguage language={language}>{title || text('translations.untitled')}</InLanguage>
    </Way>
  );
}
