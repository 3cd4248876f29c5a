import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Comment } from '../../../../../shared/desk';
import { useSettleCommentMutation, useWriteCommentMutation } from '../../../api/reviews';
import { Moment } from '../../../components/Moment';
import { Refusal } from '../../../components/Refusal';
import { TextToggle } from '../../../components/TextToggle';
import { WordsForm } from '../../../components/WordsForm';
import { useMayOpen } from '../../../hooks/use-may-open';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { pathTo } from '../../../model/findings';

/** Characters of a comment or an answer, as the server takes them. */
export const mostOfComment = 4_000;

const Thread = styled.article`
  padding-inline-start: 1.2rem;
  border-inline-start: 3px solid ${({ theme }) => theme.colors.primary500};
`;
const PlaceLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
`;

/** A comment where it lies, with its answers; whoever reads it may answer and settle it. */
export function CommentThread({ documentId, comment }: { documentId: string; comment: Comment }) {
  const text = useText();
  const spaced = useSpaced();
  const mayOpen = useMayOpen();
  const [isAnswering, setIsAnswering] = useState(false);
  const [settle, settling] = useSettleCommentMutation();
  const { id, where, place, editable, settled, answers } = comment;
  const called = place === '' ? text('comments.place.issue') : spaced(where);
  return (
    <Thread aria-label={text('comments.one', { where: called, name: comment.by.name })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h3" variant="pi" fontWeight="semiBold" textColor="neutral700">
          {editable && mayOpen('read', editable.type) ? (
            <PlaceLink to={pathTo(editable)}>{called}</PlaceLink>
          ) : (
            called
          )}
          {place === null && ` ${text('comments.gone')}`}
        </Typography>
        <Said {...comment} />
        {answers.map((answer) => (
          <Said key={answer.id} {...answer} />
        ))}
        {settled && (
          <Typography variant="pi" textColor="success700">
            {text('comments.settled.by', { name: settled.by })}
          </Typography>
        )}
        <Flex gap={4} wrap="wrap">
          <TextToggle expanded={isAnswering} onToggle={() => setIsAnswering(!isAnswering)}>
            {text('comments.answer')}
          </TextToggle>
          <Button
            variant="tertiary"
            size="S"
            loading={settling.isLoading}
            onClick={() => void settle({ documentId, id, isSettled: settled === null })}
          >
            {text(settled === null ? 'comments.settle' : 'comments.reopen')}
          </Button>
        </Flex>
        <Refusal error={settling.error} />
        {isAnswering && <Answer documentId={documentId} answers={id} onDone={() => setIsAnswering(false)} />}
      </Flex>
    </Thread>
  );
}

function Said({ by, at, text: words }: Pick<Comment, 'by' | 'at' | 'text'>) {
  return (
    <div>
      <Typography tag="p" variant="pi" textColor="neutral600">
        <bdi>{by.name}</bdi> · <Moment at={at} />
      </Typography>
      <Typography tag="p" dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {words}
      </Typography>
    </div>
  );
}

interface AnswerProps {
  documentId: string;
  answers: number;
  onDone: () => void;
}

function Answer({ documentId, answers, onDone }: AnswerProps) {
  const text = useText();
  const [write, written] = useWriteCommentMutation();
  return (
    <WordsForm
      name="answer"
      label={text('comments.answer.text')}
      most={mostOfComment}
      button={text('comments.answer.button')}
      isSending={written.isLoading}
      error={written.error}
      onSend={async (words) => {
        const isTaken = 'data' in (await write({ documentId, answers, text: words }));
        if (isTaken) onDone();
        return isTaken;
      }}
    />
  );
}
