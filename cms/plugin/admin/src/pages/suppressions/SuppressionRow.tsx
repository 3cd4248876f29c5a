import { Flex, Td, Tr, Typography } from '@strapi/design-system';

import type { LiftRequest, SuppressionRow as Suppression } from '../../../../shared/desk';
import { Label } from '../../components/Label';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { reasonTone, sourceText } from '../../model/suppression';
import { LiftButton } from './LiftButton';

interface SuppressionRowProps {
  suppression: Suppression;
  isLifting: boolean;
  onLift: (because: LiftRequest) => void;
}

export function SuppressionRow({ suppression, isLifting, onLift }: SuppressionRowProps) {
  const text = useText();
  const { address, reason, source, madeBy, why, createdAt } = suppression;
  const known = sourceText(source);
  return (
    <Tr>
      <Td>
        {address === null ? (
          <Typography textColor="neutral600">{text('suppressions.unknown-address')}</Typography>
        ) : (
          <Typography fontWeight="semiBold">{address}</Typography>
        )}
      </Td>
      <Td>
        <Label tone={reasonTone(reason)}>{text(`reason.${reason}`)}</Label>
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start">
          <Typography textColor="neutral700">
            {[known ? text(known) : source, ...(madeBy === null ? [] : [madeBy])].join(' · ')}
          </Typography>
          {why !== null && (
            <Typography
              variant="pi"
              textColor="neutral600"
              dir="auto"
              style={{ whiteSpace: 'normal', maxWidth: '36rem' }}
            >
              {why}
            </Typography>
          )}
        </Flex>
      </Td>
      <Td>
        <Typography variant="pi" textColor="neutral600">
          <Moment at={createdAt} />
        </Typography>
      </Td>
      <Td>
        <Flex justifyContent="flex-end">
          <LiftButton suppression={suppression} disabled={isLifting} onLift={onLift} />
        </Flex>
      </Td>
    </Tr>
  );
}
