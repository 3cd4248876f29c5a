import { Box, Flex, Typography } from '@strapi/design-system';
import { Fragment, type ReactNode } from 'react';

import type { Shown } from '../../../shared/desk';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { FiguresTable } from './FiguresTable';
import { MarkedText, type Marked } from './MarkedText';
import { PictureRow } from './PictureRow';

interface ShownValueProps {
  shown: Shown;
  /** Which side it is, and what the other side has: words that only one of two texts has are marked. */
  marked?: Marked;
}

/** A field's value as a person reads it. */
export function ShownValue({ shown, marked }: ShownValueProps): ReactNode {
  const text = useText();
  const { formatDate, formatMessage } = useDeskIntl();
  switch (shown.is) {
    case 'nothing':
      return <Typography textColor="neutral600">{text('conflict.nothing')}</Typography>;
    case 'text':
    case 'paragraphs':
      return <MarkedText shown={shown} marked={marked} />;
    case 'choice':
      return <Typography>{formatMessage({ id: shown.choice, defaultMessage: shown.choice })}</Typography>;
    case 'day':
      return <Typography>{formatDate(shown.day, { dateStyle: 'long', timeZone: 'UTC' })}</Typography>;
    case 'yes-no':
      return <Typography>{text(shown.yes ? 'conflict.yes' : 'conflict.no')}</Typography>;
    case 'pictures':
      return <PictureRow pictures={shown.pictures} />;
    case 'titles':
      return (
        <ol style={{ listStyle: 'decimal', paddingInlineStart: '1.6rem' }}>
          {shown.titles.map((title, index) => (
            <li key={`${index} ${title}`} dir="auto">
              <Typography>{title}</Typography>
            </li>
          ))}
        </ol>
      );
    case 'figures':
      return <FiguresTable figures={shown} other={marked?.other} />;
    case 'parts':
      return (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {shown.parts.map((part, index) => (
            <Box key={`${index} ${part.title}`}>
              <Typography fontWeight="bold" tag="p">
                {part.title}
              </Typography>
              {part.fields.map((field) => (
                <Fragment key={field.label}>
                  <Typography variant="pi" textColor="neutral600" tag="p">
                    {field.label}
                  </Typography>
                  <ShownValue shown={field.shown} marked={markedPart(marked, index, field.label)} />
                </Fragment>
              ))}
            </Box>
          ))}
        </Flex>
      );
  }
}

/** The same field of the same part on the other side. */
function markedPart(marked: Marked | undefined, index: number, label: string): Marked | undefined {
  if (marked?.other.is !== 'parts') return undefined;
  const other = marked.other.parts[index]?.fields.find((field) => field.label === label)?.shown;
  return other && { ...marked, other };
}
