import { Button, Flex, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../../shared/desk';
import { Notice } from '../../../components/Notice';
import type { AudienceChoice } from '../../../hooks/use-audience-choice';
import { useText } from '../../../hooks/use-text';

interface RestNotesProps {
  issue: IssueDetail;
  choice: AudienceChoice;
}

/** Who is still without the number: those who wait for this edition, offered with one click, and whoever has joined since. */
export function RestNotes({ issue, choice }: RestNotesProps) {
  const text = useText();
  const { waiting, stage, language } = issue;
  const isOffered = waiting !== null && (stage === 'approved' || stage === 'sent');
  return (
    <>
      {isOffered && (
        <Notice tone="primary" title={text('audience.waiting.title')}>
          {text('audience.waiting', { count: waiting.readers, language: text(`language.${language}`) })}
        </Notice>
      )}
      {isOffered && (
        <Flex>
          <Button variant="secondary" onClick={() => choice.choose(waiting)}>
            {text('audience.waiting.choose')}
          </Button>
        </Flex>
      )}
      {stage === 'sent' && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('audience.rest')}
        </Typography>
      )}
    </>
  );
}
