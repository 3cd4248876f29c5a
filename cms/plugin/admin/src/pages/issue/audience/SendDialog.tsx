import { Button, Dialog, Flex } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';

import type { AudiencePreview, IssueDetail } from '../../../../../shared/desk';
import { useCreateCampaignMutation } from '../../../api/campaigns';
import { DialogContent } from '../../../components/DialogContent';
import { Refusal } from '../../../components/Refusal';
import type { AudienceChoice } from '../../../hooks/use-audience-choice';
import { useText } from '../../../hooks/use-text';
import { SendSummary } from './SendSummary';

interface SendDialogProps {
  issue: IssueDetail;
  audience: AudiencePreview;
  listIds: string[];
  segmentIds: string[];
  missing: AudienceChoice['missing'];
  /** Null for now. */
  startAt: Date | null;
  onClose: () => void;
}

/** The last look before mail leaves: number, subject, how many people, when. Stays open when the server refuses. */
export function SendDialog(props: SendDialogProps) {
  const { issue, audience, listIds, segmentIds, missing, startAt, onClose } = props;
  const text = useText();
  const [create, created] = useCreateCampaignMutation();

  const onConfirm = async () => {
    const answer = await create({
      documentId: issue.documentId,
      listIds,
      segmentIds,
      missing,
      startAt: startAt?.toISOString() ?? null,
    });
    if ('data' in answer) onClose();
  };

  return (
    <DialogContent>
      <Dialog.Header>
        {text(startAt ? 'send.confirm.title.later' : 'send.confirm.title', { number: String(issue.number) })}
      </Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          <SendSummary issue={issue} audience={audience} startAt={startAt} />
          <Refusal error={created.error} />
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth disabled={created.isLoading}>
            {text('send.confirm.back')}
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          startIcon={<PaperPlane />}
          loading={created.isLoading}
          onClick={() => void onConfirm()}
        >
          {text(startAt ? 'send.confirm.later' : 'send.confirm.now')}
        </Button>
      </Dialog.Footer>
    </DialogContent>
  );
}
