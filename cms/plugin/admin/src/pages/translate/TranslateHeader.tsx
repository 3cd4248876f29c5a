import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { SideBySide } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { useSettleTranslationMutation } from '../../api/translations';
import { ConfirmButton } from '../../components/ConfirmButton';
import { InLanguage } from '../../components/InLanguage';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { deskPath, editPath } from '../../plugin/plugin-id';
import { usePresence } from '../../presence/use-presence';
import type { Saving } from '../compose/drafts/use-saving';
import { SavedLine } from '../compose/SavedLine';
import { NextToTranslate } from './NextToTranslate';
import { useNumber } from './use-number';

/** Stays in view while somebody reads further down. */
const Bar = styled.header`
  position: sticky;
  z-index: 2;
  top: 0;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
`;
const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.2rem;
`;

interface TranslateHeaderProps {
  sideBySide: SideBySide & { original: NonNullable<SideBySide['original']> };
  title: string;
  saving: Saving;
  /** Blocks of the original that have their translation, of how many. */
  done: number;
  all: number;
  isBroughtBack: boolean;
  isKept: boolean;
}

/** What is translated into what, whether it is saved, and what the original has had since. */
export function TranslateHeader(props: TranslateHeaderProps) {
  const { sideBySide, title, saving, done, all, isBroughtBack, isKept } = props;
  const { article, original, translations, mayEdit } = sideBySide;
  const text = useText();
  const others = usePresence(uids.article, article.documentId).filter(({ self }) => !self);
  const number = useNumber(article.language);
  const missing = all - done;
  const publish = (): void => void saving.publish(article.documentId);
  const isToPublish = article.state !== 'published' && mayEdit;
  return (
    <Bar>
      <Flex gap={4} paddingTop={2} paddingLeft={5} paddingRight={5} wrap="wrap">
        {number && (
          <>
            <Way to={deskPath.issue(number.own)}>{text('translate.number')}</Way>
            <Way to={deskPath.compose(number.own, { documentId: article.documentId })}>
              {text('translate.back')}
            </Way>
          </>
        )}
        {translations.articles
          .filter(({ documentId }) => documentId !== article.documentId && documentId !== original.documentId)
          .map(({ documentId, language }) => (
            <Way key={documentId} to={deskPath.translate(documentId, number?.named)}>
              {text(`language.${language}`)}
            </Way>
          ))}
        <Way to={editPath.article(article.documentId)}>{text('translate.form')}</Way>
      </Flex>
      <Flex gap={4} paddingTop={1} paddingBottom={3} paddingLeft={5} paddingRight={5} wrap="wrap">
        <Typography tag="h1" variant="delta" style={{ overflowWrap: 'anywhere' }}>
          <InLanguage language={original.language}>{title}</InLanguage>
        </Typography>
        <Typography fontWeight="semiBold" textColor="primary700">
          {text('translate.from-to', {
            from: text(`language.${original.language}`),
            to: text(`language.${article.language}`),
          })}
        </Typography>
        <Box flex="1" />
        {all > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {text('translate.progress', { done, all })}
          </Typography>
        )}
        {missing > 0 && (
          <TextButton onClick={goToGap}>{text('translate.missing', { count: missing })}</TextButton>
        )}
        <SavedLine saving={saving} others={others.map(({ name }) => name)} />
        {isToPublish && missing > 0 && (
          <ConfirmButton
            label={text('compose.publish')}
            disabled={saving.state === 'saving'}
            title={text('translate.publish.title')}
            question={text('translate.publish.question', { count: missing })}
            confirm={text('translate.publish.anyway')}
            isDangerous={false}
            onConfirm={publish}
          />
        )}
        {isToPublish && missing === 0 && (
          <Button size="S" variant="secondary" loading={saving.state === 'saving'} onClick={publish}>
            {text('compose.publish')}
          </Button>
        )}
        <NextToTranslate articleId={article.documentId} language={article.language} />
      </Flex>
      <Behind sideBySide={sideBySide} saving={saving} />
      <div role="status">
        {isBroughtBack && saving.at === null && saving.state === 'typed' && (
          <Line>{text('compose.brought-back', { count: 1 })}</Line>
        )}
        {!isKept && <Line>{text('compose.not-kept')}</Line>}
      </div>
      {saving.state === 'refused' && (
        <Box paddingLeft={5} paddingRight={5} paddingBottom={3}>
          <Refusal error={saving.error} />
        </Box>
      )}
    </Bar>
  );
}

/** The first block of the original that has none beside it; else the text, where one stands empty. */
function goToGap(): void {
  const gap =
    document.querySelector<HTMLElement>('.body-gap button') ??
    document.querySelector<HTMLElement>('.ProseMirror');
  gap?.focus({ preventScroll: true });
  gap?.scrollIntoView({ block: 'center' });
}

/** Says that the original has changed, and takes a person's word that the translation holds it. */
function Behind({ sideBySide, saving }: Pick<TranslateHeaderProps, 'sideBySide' | 'saving'>) {
  const { article, original, followed, translations, mayEdit } = sideBySide;
  const text = useText();
  const [settle, { error, isLoading }] = useSettleTranslationMutation();
  const changed = translations.articles.find((one) => one.documentId === article.documentId)?.changed;
  if (changed === undefined || changed?.length === 0) return null;
  const onSettle = async (): Promise<void> => {
    if (await saving.save()) await settle({ documentId: article.documentId, revision: original.revision });
  };
  return (
    <Box background="warning100" paddingTop={2} paddingBottom={2} paddingLeft={5} paddingRight={5}>
      <Flex gap={4} wrap="wrap">
        <Typography variant="pi" textColor="neutral800" role="status">
          {text(followed === null ? 'translate.behind.unknown' : 'translate.behind')}
        </Typography>
        {mayEdit && (
          <Button size="S" startIcon={<Check />} loading={isLoading} onClick={() => void onSettle()}>
            {text('translations.settle')}
          </Button>
        )}
      </Flex>
      <Refusal error={error} />
    </Box>
  );
}

function Line({ children }: { children: string }) {
  return (
    <Box background="warning100" padding={2} paddingLeft={5}>
      <Typography variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </Box>
  );
}
