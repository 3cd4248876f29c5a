import { Box, Button, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { Fragment, useCallback, useMemo } from 'react';
import { styled } from 'styled-components';

import type { ArticleForm, CompareTexts, LiveNote, SideBySide } from '../../../../shared/desk';
import { useText } from '../../hooks/use-text';
import { alignBlocks } from '../../model/align-blocks';
import { blocksOf, textOfBlock, type BodyNode } from '../../model/body-blocks';
import { QuestionHost } from '../../revisions/QuestionHost';
import { useSaving } from '../compose/drafts/use-saving';
import { ArticleField } from '../compose/fields/ArticleField';
import { articleFieldsOf } from '../compose/fields/article-fields';
import { FormProvider, type FormContext, type FormNotes } from '../compose/fields/form-context';
import { described, textsOf } from '../../pictures/picture-texts';
import { OriginalField } from './original/OriginalField';
import { TranslateHeader } from './TranslateHeader';
import { TranslatedBody } from './writing/TranslatedBody';
import { textsToCompare } from './writing/texts-to-compare';
import { useArticleDraft } from './writing/use-article-draft';
import { useDifferenceText } from './writing/use-difference-text';
import { useTextDifferences } from './writing/use-text-differences';

const Rows = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  gap: 2rem 2.4rem;
  padding: 2rem;
`;

interface TranslatorProps {
  sideBySide: SideBySide & { original: NonNullable<SideBySide['original']> };
  personId: string;
  /** Something was saved: the server is asked what there is now. */
  onStored: () => void;
}

/** The original to be read, and beside each of its fields and blocks that of the translation. */
export function Translator({ sideBySide, personId, onStored }: TranslatorProps) {
  const { article, original, followed, mayEdit } = sideBySide;
  const text = useText();
  const differenceText = useDifferenceText();
  const { draft, type, documents, isBroughtBack, isKept } = useArticleDraft(article, personId);
  const saving = useSaving(documents, onStored);
  const { form } = draft;

  const blocks = useMemo(() => blocksOf(original.form.body), [original.form.body]);
  const own = useMemo(() => blocksOf(form.body), [form.body]);
  const aligned = useMemo(() => {
    // An empty text is one empty paragraph in the editor.
    const written = own.length === 0 ? [{ type: 'paragraph' }] : own;
    return alignBlocks(
      { language: original.language, blocks },
      { language: article.language, blocks: written },
    );
  }, [original.language, blocks, article.language, own]);
  // The same object until a block comes, goes or stands elsewhere.
  const lines = JSON.stringify(aligned);
  const pairs = useMemo(() => JSON.parse(lines) as typeof aligned, [lines]);
  const asked = useMemo(
    (): CompareTexts[] =>
      textsToCompare(original.form, form, { original: blocks, translation: own, pairs }).map((texts) => ({
        ...{ from: original.language, to: article.language, texts },
      })),
    [original, article.language, form, blocks, own, pairs],
  );
  const differences = useTextDifferences(asked);

  const hasOtherPictures = picturesOf(form.images) !== picturesOf(original.form.images);
  const notesOf = useCallback(
    (field: string): LiveNote[] => {
      const note = (message: string): LiveNote => ({
        ...{ at: field, severity: 'warning', message, remedy: '', finding: null, mend: null },
      });
      const told = differences.filter(({ key }) => key === field).map((one) => note(differenceText(one)));
      if (field === 'kind' && form.kind !== original.form.kind) told.push(note(text('translate.kind.other')));
      if (field === 'images' && hasOtherPictures) told.push(note(text('translate.pictures.other')));
      if (field === 'images' && isUndescribed(form)) told.push(note(text('translate.pictures.describe')));
      return told;
    },
    [differences, differenceText, form, original.form.kind, hasOtherPictures, text],
  );
  const context = useMemo(
    (): FormContext => ({
      selection: { is: 'article', key: 'translate', documentId: article.documentId },
      language: article.language,
      isDisabled: !mayEdit,
      // No field of an article takes a day without a year.
      near: '',
      onEnter: () => undefined,
    }),
    [article.documentId, article.language, mayEdit],
  );
  // What is compared here is a question while one writes; what stays is a finding of the issue, and is set aside there.
  const notes = useMemo(
    (): FormNotes => ({ notesOf, deciding: null, mending: null, commenting: null }),
    [notesOf],
  );
  const toTranslate = pairs.filter(
    ({ original: at, isJoined }) => at !== null && !isJoined && saysSomething(blocks[at]),
  );
  const title = original.form.title || text('compose.untitled');

  return (
    <Page.Main>
      <Page.Title>{text('translate.title', { title })}</Page.Title>
      <QuestionHost />
      <TranslateHeader
        sideBySide={sideBySide}
        title={title}
        saving={saving}
        done={toTranslate.filter(({ translation: at }) => at !== null && saysSomething(own[at])).length}
        all={toTranslate.length}
        isBroughtBack={isBroughtBack}
        isKept={isKept}
      />
      <FormProvider form={context} notes={notes}>
        <Rows>
          <Typography tag="h2" variant="sigma" textColor="neutral600">
            {text('translate.original')}
          </Typography>
          <Typography tag="h2" variant="sigma" textColor="neutral600">
            {text('translate.translation')}
          </Typography>
          {articleFieldsOf(form.kind).map((name) =>
            name === 'body' ? (
              <TranslatedBody
                key={name}
                blocks={blocks}
                pairs={pairs}
                followed={followed && followed.body}
                language={original.language}
                value={form.body}
                differences={differences}
                onChange={(body) => type({ body })}
              />
            ) : (
              <Fragment key={name}>
                <OriginalField
                  name={name}
                  form={original.form}
                  followed={followed}
                  language={original.language}
                />
                <Box minWidth={0}>
                  <ArticleField name={name} form={form} onChange={type} />
                  {name === 'images' && hasOtherPictures && mayEdit && (
                    <Box paddingTop={2}>
                      <Button
                        size="S"
                        variant="tertiary"
                        onClick={() => type(sameTextsFor(form, original.form))}
                      >
                        {text('translate.pictures.same')}
                      </Button>
                    </Box>
                  )}
                </Box>
              </Fragment>
            ),
          )}
        </Rows>
      </FormProvider>
    </Page.Main>
  );
}

/** Whether a picture has no alternative text of the article's own: that of the media library may be in another language. */
function isUndescribed({ images, imageTexts }: ArticleForm): boolean {
  return described(images ?? [], imageTexts ?? []).some(({ said }) => !said?.alternativeText?.trim());
}

/** The pictures of the original, framed alike, with what the translation says of those that it has already. */
function sameTextsFor(form: ArticleForm, { images, imageTexts }: ArticleForm): ArticleForm {
  const own = described(form.images ?? [], form.imageTexts ?? []);
  const next = described(images ?? [], imageTexts ?? []).map(({ picture, said }) => {
    const known = own.find((one) => one.picture.id === picture.id);
    const framing = said?.framing;
    const framed = framing ? { alternativeText: '', caption: '', framing } : null;
    return known ?? { picture, said: framed };
  });
  return { images: next.map(({ picture }) => picture), imageTexts: textsOf(next) };
}

function saysSomething(block: BodyNode | undefined): boolean {
  return block !== undefined && (block.image !== undefined || textOfBlock(block) !== '');
}

function picturesOf(images: SideBySide['article']['form']['images']): string {
  return (images ?? []).map(({ id }) => id).join();
}
