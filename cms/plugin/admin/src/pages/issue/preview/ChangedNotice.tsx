import { Box, Button, Flex } from '@strapi/design-system';
import { useState } from 'react';

import { Notice } from '../../../components/Notice';
import { useText } from '../../../hooks/use-text';

/**
 * Says that the preview is not the one that the person has begun to read: it follows what others write, and an approval is of what
 * is on the screen.
 *
 * @param hash of the edition on the screen
 */
export function ChangedNotice({ hash }: { hash: string }) {
  const text = useText();
  const [noted, setNoted] = useState(hash);
  return (
    <div role="status">
      {hash !== noted && (
        <Box padding={4} paddingBottom={0}>
          <Notice tone="warning">
            <Flex tag="span" gap={3} wrap="wrap" justifyContent="space-between">
              <span>{text('preview.changed')}</span>
              <Button size="S" variant="tertiary" onClick={() => setNoted(hash)}>
                {text('preview.changed.noted')}
              </Button>
            </Flex>
          </Notice>
        </Box>
      )}
    </div>
  );
}
