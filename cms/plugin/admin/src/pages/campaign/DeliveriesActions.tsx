import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Download } from '@strapi/icons';

import type { DeliveryState } from '../../../../shared/desk';
import { urlOf } from '../../../../shared/endpoints';
import { decidableStates } from '../../../../shared/lists';
import { useDecideDeliveriesMutation } from '../../api/campaigns';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Refusal } from '../../components/Refusal';
import { useDownload } from '../../hooks/use-download';
import { useText } from '../../hooks/use-text';

interface DeliveriesActionsProps {
  campaignId: string;
  state: DeliveryState | null;
  search: string;
  /** How many deliveries the filter finds. */
  total: number;
}

/** What can be done with the deliveries that the filter finds: take them away as a file, send to them again. */
export function DeliveriesActions({ campaignId, state, search, total }: DeliveriesActionsProps) {
  const text = useText();
  const { download, error } = useDownload();
  const [decide, decided] = useDecideDeliveriesMutation();
  const filter = { ...(state && { state }), ...(search && { search }) };
  const decidable = decidableStates.find((one) => one === state);
  return (
    <div>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="tertiary"
          startIcon={<Download />}
          disabled={total === 0}
          onClick={() => void download(urlOf('downloadDeliveries', { id: campaignId }, filter))}
        >
          {text('deliveries.csv')}
        </Button>
        {decidable !== undefined && total > 0 && (
          <ConfirmButton
            label={text('deliveries.resend', { count: total })}
            icon={<ArrowClockwise />}
            disabled={decided.isLoading}
            title={text('deliveries.resend.title', { count: total })}
            question={text(
              state === 'in-doubt'
                ? 'deliveries.resend.question.doubt'
                : 'deliveries.resend.question.rejected',
            )}
            confirm={text('deliveries.resend.confirm')}
            onConfirm={() =>
              void decide({ campaignId, decision: 'send-again', state: decidable, ...(search && { search }) })
            }
          />
        )}
      </Flex>
      {decided.data && (
        <Typography tag="p" variant="pi" textColor="neutral600" role="status">
          {text('deliveries.decided', { ...decided.data })}
        </Typography>
      )}
      <Refusal error={error ?? decided.error} />
    </div>
  );
}
