import { Box, Button, Checkbox, Divider, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { ArticleChoice, Language } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { useListArticlesQuery } from '../../../api/composing';
import { LoadError } from '../../../components/LoadError';
import { Pager } from '../../../components/Pager';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { serverUrl } from '../../../plugin/backend-url';
import { ChoiceList } from './ChoiceList';
import { NewArticle, type ArticleKind } from './NewArticle';
import { firstFilter, PickerFilters, queryOf } from './PickerFilters';

const Picture = styled.img`
  flex: none;
  width: 6.4rem;
  height: 4.8rem;
  object-fit: cover;
  border-radius: 4px;
`;

/** Rows of one page: as many as one looks through without scrolling much. */
const PAGE_SIZE = 12;

interface ArticlePickerProps {
  language: Language;
  /** What the section holds already. */
  present: readonly string[];
  /** The kind that a new article of the section most likely is. */
  usualKind: ArticleKind;
  onAdd: (choices: ArticleChoice[]) => void;
  onCreate: (article: { title: string; kind: string }) => Promise<boolean>;
}

/** Articles to put into a section, several at once; or a new one. */
export function ArticlePicker({ language, present, usualKind, onAdd, onCreate }: ArticlePickerProps) {
  const text = useText();
  const [filter, setFilter] = useState(() => firstFilter(language));
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly ArticleChoice[]>([]);
  const list = useListArticlesQuery({ ...queryOf(filter), page, pageSize: PAGE_SIZE });
  const choose = (choice: ArticleChoice, isChosen: boolean): void =>
    setChosen([
      ...chosen.filter(({ documentId }) => documentId !== choice.documentId),
      ...(isChosen ? [choice] : []),
    ]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h3" variant="delta">
        {text('compose.new.heading')}
      </Typography>
      <NewArticle {...{ language, usualKind }} onCreate={onCreate} />
      <Divider />
      <Typography tag="h3" variant="delta">
        {text('compose.picker.heading')}
      </Typography>
      <PickerFilters
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setPage(1);
        }}
      />
      {list.error !== undefined && !list.data && <LoadError error={list.error} onRetry={list.refetch} />}
      {!list.data && list.error === undefined && <Loader>{text('loading')}</Loader>}
      {list.data?.rows.length === 0 && (
        <Typography textColor="neutral600">{text('compose.picker.none')}</Typography>
      )}
      {list.data && list.data.rows.length > 0 && (
        <ChoiceList>
          {list.data.rows.map((choice) => (
            <li key={choice.documentId}>
              <Choice
                choice={choice}
                isPresent={present.includes(choice.documentId)}
                isChosen={chosen.some(({ documentId }) => documentId === choice.documentId)}
                onChoose={(isChosen) => choose(choice, isChosen)}
              />
            </li>
          ))}
        </ChoiceList>
      )}
      {list.data && <Pager page={page} pageSize={PAGE_SIZE} total={list.data.total} onPage={setPage} />}
      <Box>
        <Button disabled={chosen.length === 0} onClick={() => onAdd([...chosen])}>
          {text('compose.picker.add', { count: chosen.length })}
        </Button>
      </Box>
    </Flex>
  );
}

interface ChoiceProps {
  choice: ArticleChoice;
  isPresent: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function Choice({ choice, isPresent, isChosen, onChoose }: ChoiceProps) {
  const text = useText();
  const { formatMessage } = useDeskIntl();
  const { kind, author, language, picture, state, usedIn } = choice;
  const facts = [
    kind && formatMessage({ id: kind, defaultMessage: kind }),
    author,
    text(`language.${language}`),
    text(`compose.state.${state}`),
    usedIn.length > 0 &&
      text('compose.picker.used', { numbers: usedIn.map(({ number }) => number).join(text('comma')) }),
  ].filter(Boolean);
  return (
    <Flex gap={3} padding={3} alignItems="flex-start">
      <Box flex="1" minWidth={0}>
        <Checkbox
          checked={isPresent || isChosen}
          disabled={isPresent}
          onCheckedChange={(checked) => onChoose(checked === true)}
        >
          <Typography fontWeight="semiBold" lang={language} dir={directions[language]}>
            {choice.title || text('compose.untitled')}
          </Typography>
        </Checkbox>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      </Box>
      {picture && <Picture src={serverUrl(picture.url ?? '')} alt="" loading="lazy" />}
    </Flex>
  );
}
