import { Box, Button, Flex } from '@strapi/design-system';

import { Notice } from '../../../components/Notice';
import type { ReadEdition } from '../../../hooks/use-read-edition';
import { useText } from '../../../hooks/use-text';

/**
 * Says that the preview is not the one that the person has begun to read: it follows what others write, and an approval is of what
 * is on the screen.
 */
export function ChangedNotice({ isExchanged, onRead }: ReadEdition) {
  const text = useText();
  return (
    <div role="status">
      {isExchanged && (
        <Box padding={4} paddingBottom={0}>
          <Notice tone="warning">
            <Flex tag="span" gap={3} wrap="wrap" justifyContent="space-between">
              <span>{text('preview.changed')}</span>
              <Button size="S" variant="tertiary" onClick={onRead}>
                {text('preview.changed.noted')}
              </Button>
            </Flex>
          </Notice>
        </Box>
      )}
    </div>
  );
}
