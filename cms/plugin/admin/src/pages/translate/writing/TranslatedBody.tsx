import { Box, Typography } from '@strapi/design-system';
import { useCallback, useMemo } from 'react';
import { styled } from 'styled-components';

import type { ArticleForm, Language, TextDifference } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { useDeskLanguage } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import type { BlockPair } from '../../../model/align-blocks';
import { blocksOf, type BodyNode } from '../../../model/body-blocks';
import { changedBlocks } from '../../../model/changed-text';
import type { TextKey } from '../../../model/text';
import { ComposedBody } from '../../compose/fields/ComposedBody';
import { useLabel } from '../../compose/fields/form-context';
import { GoneBlocks, OriginalBlock } from '../original/OriginalBlock';
import { OriginalLine } from '../original/OriginalLine';
import { BlockDifferences } from './BlockDifferences';
import { blockKey } from './texts-to-compare';
import { useBlockPlaces } from './use-block-places';

const Holder = styled.div`
  position: relative;
  min-width: 0;
`;

/** What is said of a line in the language of the person, whose direction may be another one. */
function Note({ children }: { children: string }) {
  const language = useDeskLanguage();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" lang={language} dir="auto">
      {children}
    </Typography>
  );
}

/** What the button says that writes a block which the original has. */
const fills: Readonly<Record<string, TextKey>> = {
  heading: 'translate.fill.heading',
  list: 'translate.fill.list',
  quote: 'translate.fill.quote',
  table: 'translate.fill.table',
  image: 'translate.fill.image',
  code: 'translate.fill.code',
};

interface TranslatedBodyProps {
  /** The blocks of both, and which stand beside each other. */
  blocks: readonly BodyNode[];
  pairs: readonly BlockPair[];
  /** The original's body when the translation last followed it; null where nothing has changed. */
  followed: ArticleForm['body'] | null;
  language: Language;
  value: ArticleForm['body'];
  differences: readonly TextDifference[];
  onChange: (body: unknown[] | null) => void;
}

/** The bodies of an original and its translation, block by block: one to be read, the other to be written. */
export function TranslatedBody(props: TranslatedBodyProps) {
  const { blocks, pairs, followed, language, value, differences, onChange } = props;
  const text = useText();
  const own = useDeskLanguage();
  const { label } = useLabel(uids.article, 'body');
  const labelOf = useCallback(
    ({ type }: BodyNode) => text(fills[type ?? ''] ?? 'translate.fill.paragraph'),
    [text],
  );
  const changes = useMemo(
    () => (followed === null ? null : changedBlocks(blocksOf(followed), blocks)),
    [followed, blocks],
  );
  const { holder, tops, onHeight, beside } = useBlockPlaces(pairs, blocks, labelOf);
  const last = pairs.length - 1;
  return (
    <>
      <Holder ref={holder} lang={language} dir={directions[language]}>
        <Typography
          tag="p"
          variant="pi"
          fontWeight="bold"
          textColor="neutral800"
          lang={own}
          dir={directions[own]}
        >
          {label}
        </Typography>
        {pairs.map(({ original, translation, isJoined }, line) => {
          const block = original === null ? undefined : blocks[original];
          const change = original === null ? undefined : changes?.[original];
          const gone = [
            ...(change?.gone ?? []),
            ...(line === last ? (changes?.[blocks.length]?.gone ?? []) : []),
          ];
          const told = original === null ? [] : differences.filter(({ key }) => key === blockKey(original));
          const isChanged = gone.length > 0 || (change !== undefined && change.is !== 'same');
          return (
            <OriginalLine
              key={line}
              line={line}
              top={tops[line]}
              isMarked={isChanged || told.length > 0}
              onHeight={onHeight}
            >
              {block && (
                <OriginalBlock block={block} change={change ?? { is: 'same', before: '', gone: [] }} />
              )}
              {isJoined && (
                <Note>{text(translation === null ? 'translate.block.joined' : 'translate.block.split')}</Note>
              )}
              {!block && !isJoined && value && <Note>{text('translate.block.extra')}</Note>}
              <GoneBlocks texts={gone} />
              <BlockDifferences differences={told} />
            </OriginalLine>
          );
        })}
      </Holder>
      <Box minWidth={0}>
        <ComposedBody uid={uids.article} value={value} onChange={onChange} beside={beside} />
      </Box>
    </>
  );
}
