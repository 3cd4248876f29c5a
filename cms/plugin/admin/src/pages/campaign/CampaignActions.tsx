import { Button, Flex } from '@strapi/design-system';
import { Cross, Play, Stop } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';

import type { CampaignDetail } from '../../../../shared/desk';
import { useMoveCampaignMutation } from '../../api/campaigns';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { openCount } from '../../model/delivery-counts';
import { PERMISSIONS } from '../../plugin/permissions';

/** Pause, go on, cancel; only what the campaign's status allows is there, and nothing for whoever may not send. */
export function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const text = useText();
  const [move, moved] = useMoveCampaignMutation();
  const { id, status } = campaign;
  const { allowedActions } = useRBAC(PERMISSIONS.send);
  const canPause = status === 'running' || status === 'scheduled';
  const canResume = status === 'paused';
  if (!allowedActions['canSend'] || (!canPause && !canResume)) return null;
  return (
    <div>
      <Flex gap={2} wrap="wrap">
        {canPause && (
          <Button
            variant="secondary"
            startIcon={<Stop />}
            disabled={moved.isLoading}
            onClick={() => void move({ id, move: 'pause' })}
          >
            {text('progress.pause')}
          </Button>
        )}
        {canResume && (
          <Button
            startIcon={<Play />}
            disabled={moved.isLoading}
            onClick={() => void move({ id, move: 'resume' })}
          >
            {text('progress.resume')}
          </Button>
        )}
        <ConfirmButton
          label={text('progress.cancel')}
          icon={<Cross />}
          disabled={moved.isLoading}
          title={text('progress.cancel.title', { number: String(campaign.issueNumber) })}
          question={text('progress.cancel.question', { open: openCount(campaign.counts) })}
          confirm={text('progress.cancel.confirm')}
          onConfirm={() => void move({ id, move: 'cancel' })}
        />
      </Flex>
      <Refusal error={moved.error} />
    </div>
  );
}
