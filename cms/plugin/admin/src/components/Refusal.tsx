import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useRefusalText } from '../hooks/use-refusal-text';

/** Why what was just asked was refused, beside the button that asked it; read out as it appears. */
export function Refusal({ error }: { error: unknown }) {
  const refusalText = useRefusalText();
  return (
    <div role="alert">
      {error !== undefined && error !== null && (
        <Flex background="danger100" hasRadius padding={3} gap={2} alignItems="flex-start" marginTop={3}>
          <Box color="danger600" paddingTop="2px" aria-hidden>
            <WarningCircle width="16px" height="16px" />
          </Box>
          <Typography variant="pi" textColor="danger700" style={{ overflowWrap: 'anywhere' }}>
            {refusalText(error)}
          </Typography>
        </Flex>
      )}
    </div>
  );
}
