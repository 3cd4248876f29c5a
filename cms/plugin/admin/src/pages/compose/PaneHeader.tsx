import { Box, Button, Flex, IconButton, LinkButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

import type { Composition } from '../../../../shared/desk';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';
import type { Saving } from './drafts/use-saving';
import type { Written } from './drafts/use-drafts';
import { articleStepped, withoutArticle, withSectionAt } from './structure/arrange';
import { isOfArticles, type Selection } from './structure/selection';
import type { Articles } from './structure/use-articles';
import { useSectionName } from './structure/use-section-name';

interface PaneHeaderProps {
  composition: Composition;
  selection: Selection;
  written: Written;
  saving: Saving;
  articles: Articles;
  isLocked: boolean;
  /** Whether the form below takes nothing. */
  isDisabled: boolean;
  onSelect: (selection: Selection) => void;
}

/** What is chosen, by its name, and what can be done with the whole of it. */
export function PaneHeader(props: PaneHeaderProps) {
  const { selection, written, saving, articles, isDisabled, isLocked, composition, onSelect } = props;
  const text = useText();
  const sectionName = useSectionName();
  const { sections } = written.drafts.issue.form;
  if (selection.is === 'masthead') return <Title>{text('compose.masthead')}</Title>;
  const at = sections.findIndex(({ key }) => key === selection.key);
  const section = sections[at];
  if (section === undefined) return null;
  const rubric = sectionName(section);
  if (selection.is === 'picker') return <Title above={rubric}>{text('compose.picker.title')}</Title>;
  const isFixed = isLocked || !composition.may.issue;
  const arrangeOr = (next: Parameters<Written['arrange']>[0] | null) => next && written.arrange(next);
  if (selection.is === 'section')
    return (
      <Title
        actions={
          !isFixed && (
            <Moves
              name={rubric}
              onUp={at > 0 ? () => arrangeOr(withSectionAt(sections, section.key, at - 1)) : null}
              onDown={
                at < sections.length - 1
                  ? () => arrangeOr(withSectionAt(sections, section.key, at + 1))
                  : null
              }
              onRemove={() => {
                arrangeOr(sections.filter((one) => one !== section));
                onSelect({ is: 'masthead' });
              }}
            />
          )
        }
      >
        {rubric}
      </Title>
    );
  const { key, documentId } = selection;
  const article = articles.rows[documentId];
  const [up, down] = [
    articleStepped(sections, key, documentId, -1),
    articleStepped(sections, key, documentId, 1),
  ];
  const step = (next: typeof up) =>
    next &&
    (() => {
      arrangeOr(next);
      const holder = next.find((one) => isOfArticles(one) && one.articles.includes(documentId));
      if (holder) onSelect({ is: 'article', key: holder.key, documentId });
    });
  const isToPublish = article?.state === 'draft' || article?.state === 'modified';
  return (
    <Title
      above={rubric}
      actions={
        <>
          <LinkButton
            tag={Link}
            to={deskPath.translate(documentId, composition.issue.documentId)}
            size="S"
            variant="tertiary"
          >
            {text('translate.way')}
          </LinkButton>
          {isToPublish && !isDisabled && (
            <Button
              size="S"
              variant="secondary"
              loading={saving.state === 'saving'}
              onClick={() => void saving.publish(documentId)}
            >
              {text('compose.publish')}
            </Button>
          )}
          {!isFixed && (
            <Moves
              name={article?.title ?? ''}
              onUp={step(up)}
              onDown={step(down)}
              onRemove={() => {
                arrangeOr(withoutArticle(sections, key, documentId));
                onSelect({ is: 'section', key });
              }}
            />
          )}
        </>
      }
    >
      {article?.title || text('compose.untitled')}
    </Title>
  );
}

interface TitleProps {
  above?: string;
  actions?: ReactNode;
  children: ReactNode;
}

function Title({ above, actions, children }: TitleProps) {
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap" paddingBottom={5}>
      <Box flex="1 1 24rem" minWidth={0}>
        {above && (
          <Typography tag="p" variant="pi" textColor="neutral600" dir="auto">
            {above}
          </Typography>
        )}
        <Typography tag="h2" variant="beta" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      </Box>
      <Flex gap={1} shrink={0}>
        {actions}
      </Flex>
    </Flex>
  );
}

interface MovesProps {
  name: string;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: () => void;
}

function Moves({ name, onUp, onDown, onRemove }: MovesProps) {
  const text = useText();
  return (
    <>
      <IconButton
        label={text('compose.row.up', { name })}
        disabled={onUp === null}
        onClick={onUp ?? undefined}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        label={text('compose.row.down', { name })}
        disabled={onDown === null}
        onClick={onDown ?? undefined}
      >
        <ArrowDown />
      </IconButton>
      <IconButton label={text('compose.row.remove', { name })} onClick={onRemove}>
        <Cross />
      </IconButton>
    </>
  );
}
