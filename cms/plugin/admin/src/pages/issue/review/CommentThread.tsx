import { Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
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
import { mostOfComment } from '../../../commenting/most-of-comment';
import { useChosenComment } from '../../../commenting/use-chosen-comment';
import { pathTo } from '../../../model/findings';
import { isInMail } from '../../../model/review';

const Thread = styled.article<{ $isChosen: boolean }>`
  padding: 0.4rem;
  padding-inline-start: 1.2rem;
  border-inline-start: 3px solid ${({ theme }) => theme.colors.primary500};
  background: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary100 : 'transparent')};
  scroll-margin-block: 10rem 4rem;
`;
const Chip = styled.span`
  flex: none;
  min-width: 2.2rem;
  padding-inline: 0.5rem;
  border-radius: 1.1rem 1.1rem 1.1rem 0.2rem;
  /* As its pin in the mail, whatever the theme. */
  background: #4945ff;
  color: #ffffff;
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 2.2rem;
  text-align: center;

  [dir='rtl'] & {
    border-radius: 1.1rem 1.1rem 0.2rem 1.1rem;
  }
`;
const Quote = styled.blockquote`
  padding-inline-start: 0.8rem;
  border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.3rem;
  font-style: italic;
  overflow-wrap: anywhere;
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
  const { id, number, where, place, quote, editable, settled, answers } = comment;
  const { chosen, choose } = useChosenComment();
  const thread = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen?.id !== id || chosen.from === 'comment') return;
    thread.current?.focus({ preventScroll: true });
    thread.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);
  const called = place === '' ? text('comments.place.issue') : spaced(where);
  return (
    <Thread
      ref={thread}
      tabIndex={-1}
      $isChosen={chosen?.id === id}
      aria-label={text('comments.one', { where: called, name: comment.by.name })}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2} alignItems="flex-start">
          <Chip role="img" aria-label={text('comments.number', { number })}>
            {number}
          </Chip>
          <Typography tag="h3" variant="pi" fontWeight="semiBold" textColor="neutral700">
            {editable && mayOpen('read', editable.type) ? (
              <PlaceLink to={pathTo(editable)}>{called}</PlaceLink>
            ) : (
              called
            )}
            {place === null && ` ${text('comments.gone')}`}
          </Typography>
        </Flex>
        {quote !== '' && <Quote dir="auto">{quote}</Quote>}
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
          {isInMail(place) && (
            <TextButton onClick={() => choose(id, 'comment')}>{text('comments.show')}</TextButton>
          )}
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
