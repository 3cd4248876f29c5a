import { Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Comment } from '../../../shared/desk';
import { useSettleCommentMutation } from '../api/reviews';
import { Moment } from '../components/Moment';
import { Refusal } from '../components/Refusal';
import { TextToggle } from '../components/TextToggle';
import { useMayOpen } from '../hooks/use-may-open';
import { useSpaced } from '../hooks/use-spaced';
import { useText } from '../hooks/use-text';
import { pathTo } from '../model/findings';
import { isInMail } from '../model/review';
import { deskPath } from '../plugin/plugin-id';
import { CommentForm } from './CommentForm';
import { Quote } from './Quote';
import { chosenFrom, useChosenComment } from './use-chosen-comment';

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
const PlaceLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
`;

interface CommentThreadProps {
  /** Of the issue. */
  documentId: string;
  comment: Comment;
  /** Leads to the place on this page; null where one is there. Left out, a link leads to where it is written. */
  onPlace?: ((place: string) => void) | null;
}

/** A comment where it lies, with its answers; whoever reads it may answer and settle it. */
export function CommentThread({ documentId, comment, onPlace }: CommentThreadProps) {
  const text = useText();
  const spaced = useSpaced();
  const [isAnswering, setIsAnswering] = useState(false);
  const [settle, settling] = useSettleCommentMutation();
  const { id, number, where, place, quote, settled, answers } = comment;
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
            <PlaceOf {...{ documentId, comment, onPlace }} />
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
        {isAnswering && (
          <CommentForm
            documentId={documentId}
            about={{ answers: id }}
            name="answer"
            onDone={() => setIsAnswering(false)}
          />
        )}
      </Flex>
    </Thread>
  );
}

/** What it is about: the way there, where there is one. */
function PlaceOf({ documentId, comment: { id, place, where, editable }, onPlace }: CommentThreadProps) {
  const text = useText();
  const spaced = useSpaced();
  const mayOpen = useMayOpen();
  const called = place === '' ? text('comments.place.issue') : spaced(where);
  if (onPlace && place !== null) return <TextButton onClick={() => onPlace(place)}>{called}</TextButton>;
  if (onPlace !== undefined || editable === null || !mayOpen('read', editable.type)) return called;
  if (place === null || editable.type === 'brand' || !mayOpen('update', 'issue'))
    return <PlaceLink to={pathTo(editable)}>{called}</PlaceLink>;
  return (
    <PlaceLink to={deskPath.compose(documentId, { at: place, comment: id })} state={chosenFrom('comment')}>
      {called}
    </PlaceLink>
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
