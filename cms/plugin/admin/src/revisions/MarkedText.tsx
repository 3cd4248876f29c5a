import { Typography } from '@strapi/design-system';
import type { CSSProperties } from 'react';

import type { Shown, Side } from '../../../shared/desk';
import { differingWords, wordsOf } from '../model/word-differences';

type TextShown = Extract<Shown, { is: 'text' | 'paragraphs' }>;

/** The other side of a comparison. */
export interface Marked {
  side: Side;
  other: Shown;
}

/** Legible on light and dark themes alike. */
export const markStyle: CSSProperties = {
  color: 'inherit',
  background: 'rgb(255 196 0 / 35%)',
  borderRadius: '2px',
};

const styles: Record<'text' | 'heading' | 'item' | 'quote', CSSProperties> = {
  text: {},
  heading: { fontWeight: 600 },
  item: { display: 'list-item', listStyle: 'disc', marginInlineStart: '1.6rem' },
  quote: { fontStyle: 'italic', borderInlineStart: '0.2rem solid', paddingInlineStart: '0.8rem' },
};

/** A text in its paragraphs; words that the other side does not have stand out. */
export function MarkedText({ shown, marked }: { shown: TextShown; marked: Marked | undefined }) {
  const paragraphs = paragraphsOf(shown);
  const own = paragraphs.map(({ text }) => wordsOf(text));
  const differing = marked && differingOf(own.flat(), marked);
  let place = -1;
  return paragraphs.map(({ style, text }, index) => (
    <Typography
      key={`${index} ${text.slice(0, 20)}`}
      tag="p"
      dir="auto"
      style={{ ...styles[style], whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {own[index]?.map((word) => {
        place += 1;
        return differing?.has(place) ? (
          <mark key={place} style={markStyle}>
            {word}
          </mark>
        ) : (
          word
        );
      })}
    </Typography>
  ));
}

function paragraphsOf(shown: TextShown) {
  return shown.is === 'paragraphs' ? shown.paragraphs : [{ style: 'text' as const, text: shown.text }];
}

function differingOf(own: string[], { side, other }: Marked): Set<number> | undefined {
  if (other.is !== 'text' && other.is !== 'paragraphs') return undefined;
  const words = paragraphsOf(other).flatMap(({ text }) => wordsOf(text));
  return side === 'mine' ? differingWords(own, words).mine : differingWords(words, own).theirs;
}
