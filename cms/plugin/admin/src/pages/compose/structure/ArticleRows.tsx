import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Badge, Box, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { memo, useMemo } from 'react';
import { styled } from 'styled-components';

import type { Language } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import type { ArticlesSection, Selection } from './selection';
import { Sortable } from './Sortable';
import { dragId, takes, type Dragged } from './sorting';

const Articles = styled.ol`
  & > li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    padding-inline-start: 0.8rem;
  }
`;

/** What the rows say of an article. */
export interface ArticleRow {
  title: string;
  state: 'draft' | 'modified' | 'published' | null;
}

interface ArticleRowsProps {
  section: ArticlesSection;
  articles: Readonly<Record<string, ArticleRow>>;
  selection: Selection;
  language: Language;
  isDisabled: boolean;
  dragging: Dragged | null;
  onSelect: (selection: Selection) => void;
}

/** The articles of a section, and the way to add more. */
export function ArticleRows(props: ArticleRowsProps) {
  const { section, articles, selection, language, isDisabled, dragging, onSelect } = props;
  const text = useText();
  const { key } = section;
  const ids = useMemo(
    () => section.articles.map((documentId) => dragId({ is: 'article', key, documentId })),
    [section.articles, key],
  );
  return (
    <SortableContext items={ids} strategy={verticalListSortingStrategy}>
      <Articles>
        {section.articles.map((documentId) => (
          <ArticleItem
            key={documentId}
            sectionKey={key}
            documentId={documentId}
            title={articles[documentId]?.title || text('compose.untitled')}
            state={articles[documentId]?.state ?? null}
            language={language}
            isChosen={
              selection.is === 'article' && selection.key === key && selection.documentId === documentId
            }
            isDisabled={isDisabled}
            isTaking={takes({ is: 'article', key, documentId }, section, dragging)}
            onSelect={onSelect}
          />
        ))}
      </Articles>
      {!isDisabled && (
        <Box padding={2} paddingLeft={6}>
          <TextButton startIcon={<Plus />} onClick={() => onSelect({ is: 'picker', key })}>
            {text('compose.article.add')}
          </TextButton>
        </Box>
      )}
    </SortableContext>
  );
}

interface ArticleItemProps extends ArticleRow {
  sectionKey: string;
  documentId: string;
  language: Language;
  isChosen: boolean;
  isDisabled: boolean;
  isTaking: boolean;
  onSelect: (selection: Selection) => void;
}

/** One row: a key that is typed in one article's title draws none of the others anew. */
const ArticleItem = memo(function ArticleItem(props: ArticleItemProps) {
  const { sectionKey: key, documentId, title, state, language, onSelect, ...row } = props;
  const text = useText();
  return (
    <Sortable
      {...row}
      dragged={{ is: 'article', key, documentId }}
      name={title}
      onChoose={() => onSelect({ is: 'article', key, documentId })}
    >
      <span dir={directions[language]}>{title}</span>
      {(state === 'draft' || state === 'modified') && (
        <Badge size="S" style={{ flex: 'none' }}>
          {text(`compose.state.${state}`)}
        </Badge>
      )}
    </Sortable>
  );
});
