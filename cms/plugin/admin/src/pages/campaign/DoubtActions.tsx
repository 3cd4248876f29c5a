import { Button, Flex } from '@strapi/design-system';

import type { DeliveryRow } from '../../../../shared/desk';
import { useDecideDeliveriesMutation } from '../../api/campaigns';
import { useText } from '../../hooks/use-text';

/** Settles one doubt, from what the person or her server's log says. */
export function DoubtActions({ campaignId, delivery }: { campaignId: string; delivery: DeliveryRow }) {
  const text = useText();
  const [decide, { isLoading }] = useDecideDeliveriesMutation();
  return (
    <Flex gap={2} paddingTop={2}>
      {(['arrived', 'not-arrived'] as const).map((decision) => (
        <Button
          key={decision}
          size="S"
          variant="tertiary"
          disabled={isLoading}
          aria-label={text(`deliveries.decide.${decision}.name`, { address: delivery.address })}
          onClick={() => void decide({ campaignId, decision, deliveryIds: [delivery.id] })}
        >
          {text(`deliveries.decide.${decision}`)}
        </Button>
      ))}
    </Flex>
  );
}
