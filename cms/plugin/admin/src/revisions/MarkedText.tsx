import { Typography } from '@strapi/design-system';
import type { CSSProperties, ReactNode } from 'react';

import type { Shown, Side } from '../../../shared/desk';
import { differingWords, wordsOf } from '../model/word-differences';

type TextShown = Extract<Shown, { is: 'text' | 'paragraphs' }>;
type Paragraph = Extract<Shown, { is: 'paragraphs' }>['paragraphs'][number];

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

const wrapping: CSSProperties = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' };
const styles: Record<Exclude<Paragraph['style'], 'table'>, CSSProperties> = {
  text: {},
  heading: { fontWeight: 600 },
  item: { display: 'list-item', listStyle: 'disc', marginInlineStart: '1.6rem' },
  quote: { fontStyle: 'italic', borderInlineStart: '0.2rem solid', paddingInlineStart: '0.8rem' },
};
const cellStyle: CSSProperties = {
  border: '1px solid',
  padding: '0.2rem 0.6rem',
  textAlign: 'start',
  verticalAlign: 'top',
};

/** A text in its paragraphs and tables; words that the other side does not have stand out. */
export function MarkedText({ shown, marked }: { shown: TextShown; marked: Marked | undefined }) {
  const paragraphs = paragraphsOf(shown);
  const differing = marked && differingOf(paragraphs.flatMap(wordsIn), marked);
  let place = -1;
  const words = (text: string): ReactNode[] =>
    wordsOf(text).map((word) => {
      place += 1;
      return differing?.has(place) ? (
        <mark key={place} style={markStyle}>
          {word}
        </mark>
      ) : (
        word
      );
    });
  return paragraphs.map((paragraph, index) =>
    paragraph.style === 'table' ? (
      <table key={`${index} table`} dir="auto" style={{ borderCollapse: 'collapse', margin: '0.4rem 0' }}>
        <tbody>
          {paragraph.rows.map((cells, row) => (
            <tr key={`${row} ${cells[0] ?? ''}`}>
              {cells.map((text, column) => {
                const isHeading = paragraph.headed && row === 0;
                const Cell = isHeading ? 'th' : 'td';
                return (
                  <Cell key={`${column} ${text}`} scope={isHeading ? 'col' : undefined} style={cellStyle}>
                    <Typography
                      dir="auto"
                      fontWeight={isHeading ? 'bold' : undefined}
                      style={{ ...wrapping, display: 'block' }}
                    >
                      {words(text)}
                    </Typography>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <Typography
        key={`${index} ${paragraph.text.slice(0, 20)}`}
        tag="p"
        dir="auto"
        style={{ ...styles[paragraph.style], ...wrapping }}
      >
        {words(paragraph.text)}
      </Typography>
    ),
  );
}

function paragraphsOf(shown: TextShown): Paragraph[] {
  return shown.is === 'paragraphs' ? shown.paragraphs : [{ style: 'text', text: shown.text }];
}

function wordsIn(paragraph: Paragraph): string[] {
  return paragraph.style === 'table' ? paragraph.rows.flat().flatMap(wordsOf) : wordsOf(paragraph.text);
}

function differingOf(own: string[], { side, other }: Marked): Set<number> | undefined {
  if (other.is !== 'text' && other.is !== 'paragraphs') return undefined;
  const words = paragraphsOf(other).flatMap(wordsIn);
  return side === 'mine' ? differingWords(own, words).mine : differingWords(words, own).theirs;
}
