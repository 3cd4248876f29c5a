import { styled } from 'styled-components';

import type { CampaignSummary, DeliveryState } from '../../../../shared/desk';
import { deliveryStates } from '../../../../shared/lists';
import { useText } from '../../hooks/use-text';
import { campaignLabel } from '../../model/campaign';
import { deliveryTone, settledCount } from '../../model/delivery-counts';

const Track = styled.div`
  display: flex;
  height: 10px;
  overflow: hidden;
  border-radius: 5px;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Part = styled.div<{ $state: DeliveryState }>`
  background: ${({ theme, $state }) =>
    $state === 'queued' ? 'transparent' : theme.colors[`${deliveryTone($state)}500`]};
  transition: flex-grow 400ms ease-out;
  flex-basis: 0;

  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

/** All recipients as one bar, each state its share. */
export function CountsBar({ campaign }: { campaign: CampaignSummary }) {
  const text = useText();
  return (
    <Track
      role="progressbar"
      aria-label={text('progress.name')}
      aria-valuemin={0}
      aria-valuemax={campaign.recipients}
      aria-valuenow={settledCount(campaign.counts)}
      aria-valuetext={text(campaignLabel(campaign))}
    >
      {deliveryStates.map((state) => (
        <Part key={state} $state={state} style={{ flexGrow: campaign.counts[state] }} />
      ))}
    </Track>
  );
}
