import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { useListCommentsQuery } from '../../../api/reviews';
import { CommentForm } from '../../../commenting/CommentForm';
import { CommentThread } from '../../../commenting/CommentThread';
import { useChosenComment } from '../../../commenting/use-chosen-comment';
import { Card } from '../../../components/Card';
import { Label } from '../../../components/Label';
import { Refusal } from '../../../components/Refusal';
import { TextToggle } from '../../../components/TextToggle';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { useWhileVisible } from '../../../hooks/use-while-visible';

/** What people say about places of the issue: what is open first, what is settled on demand, and a place to say more. */
export function CommentsCard({ issue: { documentId } }: { issue: IssueDetail }) {
  const text = useText();
  const [showsSettled, setShowsSettled] = useState(false);
  const { data, error } = useListCommentsQuery(documentId, {
    pollingInterval: useWhileVisible(10_000),
    refetchOnMountOrArgChange: true,
  });
  const all = data?.comments ?? [];
  const open = all.filter(({ settled }) => settled === null);
  const settled = all.filter((comment) => comment.settled !== null);
  const { chosen } = useChosenComment();
  const isHidden = !showsSettled && settled.some(({ id }) => id === chosen?.id);
  const [opened, setOpened] = useState<object | null>(null);
  if (isHidden && chosen !== opened) {
    setOpened(chosen);
    setShowsSettled(true);
  }
  return (
    <Card
      title={text('comments.title')}
      aside={open.length > 0 && <Label tone="warning">{text('comments.open', { count: open.length })}</Label>}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Refusal error={error} />
        {data && all.length === 0 && <Typography textColor="neutral600">{text('comments.none')}</Typography>}
        {open.map((comment) => (
          <CommentThread key={comment.id} documentId={documentId} comment={comment} />
        ))}
        {settled.length > 0 && (
          <TextToggle expanded={showsSettled} onToggle={() => setShowsSettled(!showsSettled)}>
            {text(showsSettled ? 'comments.settled.hide' : 'comments.settled.show', {
              count: settled.length,
            })}
          </TextToggle>
        )}
        {showsSettled &&
          settled.map((comment) => (
            <CommentThread key={comment.id} documentId={documentId} comment={comment} />
          ))}
        {data && <NewComment documentId={documentId} places={data.places} />}
      </Flex>
    </Card>
  );
}

interface NewCommentProps {
  documentId: string;
  places: readonly { place: string; where: string }[];
}

/** The design system's list takes no empty value, which is the whole issue. */
const WHOLE = 'issue';

function NewComment({ documentId, places }: NewCommentProps) {
  const text = useText();
  const spaced = useSpaced();
  const [place, setPlace] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="pi" textColor="neutral600">
        {text('comments.hint')}
      </Typography>
      <Field.Root name="place">
        <Field.Label>{text('comments.place')}</Field.Label>
        <SingleSelect
          value={place === '' ? WHOLE : place}
          onChange={(chosen: string | number) => setPlace(chosen === WHOLE ? '' : String(chosen))}
        >
          {places.map((one) => (
            <SingleSelectOption key={one.place} value={one.place === '' ? WHOLE : one.place}>
              {one.place === '' ? text('comments.place.issue') : spaced(one.where)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <CommentForm documentId={documentId} about={{ place }} name="comment" />
    </Flex>
  );
}
