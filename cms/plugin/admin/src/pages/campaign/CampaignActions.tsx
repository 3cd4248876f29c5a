import { Button, Flex } from '@strapi/design-system';
import { Cross, Play, Stop } from '@strapi/icons';

import type { CampaignDetail } from '../../../../shared/desk';
import { useMoveCampaignMutation } from '../../api/campaigns';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { openCount } from '../../model/delivery-counts';

/** Pause, go on, cancel; only what the campaign's status allows is there. */
export function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const text = useText();
  const [move, moved] = useMoveCampaignMutation();
  const { id, status } = campaign;
  const canPause = status === 'running' || status === 'scheduled';
  const canResume = status === 'paused';
  if (!canPause && !canResume) return null;
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
