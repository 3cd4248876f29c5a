import { Box, Flex, TextButton, VisuallyHidden } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import { CommentForm } from '../../../commenting/CommentForm';
import { CommentThread } from '../../../commenting/CommentThread';
import { useChosenComment } from '../../../commenting/use-chosen-comment';
import { TextToggle } from '../../../components/TextToggle';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { commentPlaceOf, type FieldPlace } from './field-places';
import type { Commenting } from './use-commenting';

/** Seen once somebody is in the field, or points at it; the Tab key finds it always. */
const Quiet = styled.div`
  opacity: 0;

  &:focus-within,
  *:focus-within > div > &,
  *:hover > div > & {
    opacity: 1;
  }

  @media (hover: none) {
    opacity: 1;
  }
`;

interface FieldCommentsProps {
  commenting: Commenting;
  place: FieldPlace;
}

/** What people say about a field, beside it, and the way to say something. */
export function FieldComments({ commenting, place: fieldPlace }: FieldCommentsProps) {
  const text = useText();
  const spaced = useSpaced();
  const { chosen } = useChosenComment();
  const [isOpen, setOpen] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const { documentId, comments, places, sections } = commenting;
  const place = commentPlaceOf(
    fieldPlace,
    sections,
    places.map((one) => one.place),
  );
  const own = comments.filter(
    (one) => one.place === place && (one.settled === null || one.id === chosen?.id),
  );
  const [shown, setShown] = useState<object | null>(null);
  if (chosen !== null && chosen !== shown && own.some(({ id }) => id === chosen.id)) {
    setShown(chosen);
    setOpen(true);
  }
  if (place === null) return null;
  const where = place === '' ? text('comments.place.issue') : spaced(nameOf(place, places));
  return (
    <Box paddingTop={1}>
      {own.length > 0 && (
        <TextToggle expanded={isOpen} onToggle={() => setOpen(!isOpen)}>
          {text('comments.of-field', { count: own.length })}
        </TextToggle>
      )}
      {isOpen && (
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2} paddingBottom={2}>
          {own.map((comment) => (
            <CommentThread key={comment.id} documentId={documentId} comment={comment} onPlace={null} />
          ))}
        </Flex>
      )}
      {isWriting ? (
        <NewComment {...{ commenting, place }} onDone={() => setWriting(false)} />
      ) : (
        <Quiet>
          <TextButton onClick={() => setWriting(true)}>
            {text('comments.write')}
            {/* What has just been added has no name yet at the server. */}
            {where !== '' && <VisuallyHidden> ({where})</VisuallyHidden>}
          </TextButton>
        </Quiet>
      )}
    </Box>
  );
}

interface NewCommentProps {
  commenting: Commenting;
  place: string;
  onDone: () => void;
}

function NewComment({ commenting: { documentId, before }, place, onDone }: NewCommentProps) {
  const text = useText();
  return (
    <Box
      background="neutral100"
      borderColor="neutral200"
      hasRadius
      padding={3}
      onKeyDown={(event: { key: string }) => event.key === 'Escape' && onDone()}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <CommentForm
          documentId={documentId}
          about={{ place }}
          name="comment-field"
          before={before}
          isFocused
          onDone={onDone}
        />
        <Flex>
          <TextButton onClick={onDone}>{text('comments.close')}</TextButton>
        </Flex>
      </Flex>
    </Box>
  );
}

function nameOf(place: string, places: Commenting['places']): string {
  return places.find((one) => one.place === place)?.where ?? '';
}
