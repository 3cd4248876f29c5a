import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { DeliveryState } from '../../../../shared/desk';
import { deliveryStates } from '../../../../shared/lists';
import { useText } from '../../hooks/use-text';
import { deliveryText, deliveryTone } from '../../model/delivery-counts';

const Grid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  gap: 1.2rem 1.6rem;
`;

const Dot = styled.span<{ $state: DeliveryState }>`
  display: inline-block;
  width: 8px;
  height: 8px;
  border-radius: 50%;
  background: ${({ theme, $state }) =>
    $state === 'queued' ? theme.colors.neutral300 : theme.colors[`${deliveryTone($state)}500`]};
`;

/** Accepted and waiting always show, so that the figures add up at a glance; the others when there are any. */
const ALWAYS_SHOWN: readonly DeliveryState[] = ['accepted', 'queued'];

export function CountsList({ counts }: { counts: Record<DeliveryState, number> }) {
  const text = useText();
  const shown = deliveryStates.filter((state) => ALWAYS_SHOWN.includes(state) || counts[state] > 0);
  return (
    <Grid>
      {shown.map((state) => (
        <div key={state}>
          <Flex tag="dt" gap={2}>
            <Dot $state={state} aria-hidden />
            <Typography variant="pi" textColor="neutral600">
              {text(deliveryText(state))}
            </Typography>
          </Flex>
          <Typography tag="dd" variant="delta" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {text('count', { count: counts[state] })}
          </Typography>
        </div>
      ))}
    </Grid>
  );
}
