import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { AudiencePreview } from '../../../../../shared/desk';
import { TextToggle } from '../../../components/TextToggle';
import { useText } from '../../../hooks/use-text';

interface ExclusionsProps {
  exclusions: AudiencePreview['exclusions'];
  count: number;
}

/** Candidates who will get nothing: by reason, with a few of their addresses. */
export function Exclusions({ exclusions, count }: ExclusionsProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Box paddingTop={3}>
      <TextToggle expanded={open} onToggle={() => setOpen(!open)}>
        {text('audience.excluded', { count })}
      </TextToggle>
      {open && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
          {exclusions.map((exclusion) => (
            <li key={exclusion.reason}>
              <Typography tag="p" variant="pi" fontWeight="semiBold">
                {text('audience.exclusion', {
                  reason: text(`reason.${exclusion.reason}`),
                  count: exclusion.count,
                })}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {exclusion.examples.join(', ')}
                {exclusion.count > exclusion.examples.length && ', …'}
              </Typography>
            </li>
          ))}
        </Flex>
      )}
    </Box>
  );
}
