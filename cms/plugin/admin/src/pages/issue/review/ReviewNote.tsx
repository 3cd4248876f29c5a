import { Flex, TextButton, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../../shared/desk';
import { useGiveAllClearMutation } from '../../../api/issues';
import { Notice } from '../../../components/Notice';
import { Refusal } from '../../../components/Refusal';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { askedText } from '../../../model/review';

/** Who was asked to review an issue and what was said, with the mails that did not leave; or why it was sent back. */
export function ReviewNote({ issue: { documentId, review, stage } }: { issue: IssueDetail }) {
  const text = useText();
  const [answer, answering] = useGiveAllClearMutation();
  const { formatDate } = useDeskIntl();
  if (review === null) return null;
  const moment = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { ended, by, message, asked } = review;
  if (stage === 'drafting' && ended?.because === 'sent-back')
    return (
      <Notice tone="warning" title={text('review.sent-back', { name: ended.by ?? '', at: moment(ended.at) })}>
        <bdi style={{ whiteSpace: 'pre-line' }}>{ended.reason}</bdi>
      </Notice>
    );
  if (stage !== 'in-review' || ended !== null) return null;
  return (
    <Notice
      tone={review.isAsked ? 'primary' : 'neutral'}
      title={text(review.isAsked ? 'review.asks-you' : 'review.asks', {
        name: by.name,
        at: moment(review.at),
      })}
    >
      <Flex tag="span" direction="column" alignItems="stretch" gap={2}>
        {message !== '' && <bdi style={{ whiteSpace: 'pre-line' }}>{message}</bdi>}
        {asked.map((one) => (
          <Typography key={one.id} tag="span" variant="pi" textColor="neutral600">
            {text(askedText(one, moment))}{' '}
            {one.isMine && one.allClear?.isCurrent && (
              <TextButton
                disabled={answering.isLoading}
                onClick={() => void answer({ documentId, hash: null })}
              >
                {text('review.all-clear.take-back')}
              </TextButton>
            )}
          </Typography>
        ))}
        <Refusal error={answering.error} />
      </Flex>
    </Notice>
  );
}
