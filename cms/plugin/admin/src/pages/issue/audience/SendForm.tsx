import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Calendar, PaperPlane } from '@strapi/icons';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { sendableStages } from '../../../../../shared/stages';
import { HeldNotice } from '../../../components/HeldNotice';
import type { AudienceChoice } from '../../../hooks/use-audience-choice';
import { useStartChoice } from '../../../hooks/use-start-choice';
import { useText } from '../../../hooks/use-text';
import { SendDialog } from './SendDialog';
import { StartFields } from './StartFields';

interface SendFormProps {
  issue: IssueDetail;
  choice: AudienceChoice;
}

/** When it leaves, and the button that asks once more before it does; while everything is held, where that is decided. */
export function SendForm({ issue, choice }: SendFormProps) {
  const text = useText();
  const start = useStartChoice();
  const [open, setOpen] = useState(false);
  const { audience } = choice;
  const startAt = start.when === 'later' && start.start.kind === 'instant' ? start.start.at : null;
  const ready =
    sendableStages.includes(issue.stage) &&
    audience !== null &&
    audience.recipients > 0 &&
    !choice.isCounting &&
    (start.when === 'now' || startAt !== null);
  if (issue.hold !== null) return <HeldNotice isAll />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <StartFields choice={start} />
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger>
          <Button
            size="L"
            fullWidth
            disabled={!ready}
            startIcon={start.when === 'now' ? <PaperPlane /> : <Calendar />}
          >
            {text(start.when === 'now' ? 'send.button.now' : 'send.button.later', {
              count: audience?.recipients ?? 0,
            })}
          </Button>
        </Dialog.Trigger>
        {/* Made anew each time: a refusal is of the attempt before. */}
        {audience && open && (
          <SendDialog
            issue={issue}
            audience={audience}
            listIds={choice.listIds}
            segmentIds={choice.segmentIds}
            missing={choice.missing}
            startAt={startAt}
            onClose={() => setOpen(false)}
          />
        )}
      </Dialog.Root>
      {!sendableStages.includes(issue.stage) && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('send.after-approval')}
        </Typography>
      )}
    </Flex>
  );
}
