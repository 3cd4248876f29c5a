import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

import { CommentThread } from '../../commenting/CommentThread';
import { useText } from '../../hooks/use-text';
import { openComments, type Commenting } from './fields/use-commenting';

const List = styled.ol`
  display: grid;
  gap: 1.2rem;
  max-height: 40vh;
  max-width: 88rem;
  padding: 1.2rem 2rem;
  overflow-y: auto;
`;

interface CommentsListProps {
  commenting: Commenting;
  onPlace: (place: string) => void;
}

/** All that nobody has settled, in the order of the number, each with the way into its field; also what has no field any more. */
export function CommentsList({ commenting, onPlace }: CommentsListProps) {
  const text = useText();
  return (
    <Box background="neutral100" borderColor="neutral150">
      <List aria-label={text('comments.title')}>
        {openComments(commenting).map((comment) => (
          <li key={comment.id}>
            <CommentThread documentId={commenting.documentId} comment={comment} onPlace={onPlace} />
          </li>
        ))}
      </List>
    </Box>
  );
}
