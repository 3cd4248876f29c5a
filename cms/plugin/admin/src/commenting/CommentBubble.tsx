import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { CommentForm } from './CommentForm';
import { Quote } from './Quote';

const Panel = styled.div<{ $top: number }>`
  position: absolute;
  z-index: 2;
  inset-block-start: clamp(0.8rem, ${({ $top }) => `${$top + 14}px`}, max(0.8rem, calc(100% - 28rem)));
  inset-inline: 0;
  width: min(36rem, calc(100% - 1.6rem));
  max-height: calc(100% - 1.6rem);
  margin-inline: auto;
  padding: 1.6rem;
  overflow-y: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 6px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

interface CommentBubbleProps {
  documentId: string;
  place: string;
  /** What the place is called. */
  where: string;
  quote: string;
  /** How far below the upper edge it points, in CSS pixels. */
  top: number;
  /** What has to stand before: the place is one of what is stored. */
  before: (() => Promise<boolean>) | null;
  onClose: () => void;
}

/** A comment, written where it is about something. */
export function CommentBubble({ documentId, place, where, quote, top, before, onClose }: CommentBubbleProps) {
  const text = useText();
  const name = place === '' ? text('comments.place.issue') : where;
  return (
    <Panel
      $top={top}
      role="dialog"
      aria-label={text('comments.about', { where: name })}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
          <Typography variant="pi" fontWeight="semiBold" dir="auto">
            {name}
          </Typography>
          <Button size="S" variant="ghost" onClick={onClose}>
            {text('comments.close')}
          </Button>
        </Flex>
        {quote !== '' && <Quote dir="auto">{quote}</Quote>}
        <CommentForm
          documentId={documentId}
          about={{ place, quote }}
          name="comment-here"
          before={before}
          isFocused
          onDone={onClose}
        />
      </Flex>
    </Panel>
  );
}
