import { Box, Flex, Tooltip, Typography } from '@strapi/design-system';

import type { EditionPreview } from '../../../../../shared/desk';
import { SizeMeter } from '../../../components/SizeMeter';
import { useText } from '../../../hooks/use-text';
import { shortHash } from '../../../model/size';

interface MailHeaderProps {
  preview: EditionPreview;
  /** Name of the newsletter, as an inbox shows a sender. */
  from: string;
}

/** The mail as an inbox lists it, and what it weighs. */
export function MailHeader({ preview, from }: MailHeaderProps) {
  const text = useText();
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={6} padding={5} wrap="wrap">
      <Flex gap={3} alignItems="flex-start" flex="1 1 32rem" minWidth={0}>
        <Flex
          aria-hidden
          background="primary600"
          width="4rem"
          height="4rem"
          justifyContent="center"
          shrink={0}
          style={{ borderRadius: '50%' }}
        >
          <Typography textColor="buttonNeutral0" fontWeight="bold" variant="epsilon">
            {from.trim().charAt(0).toUpperCase()}
          </Typography>
        </Flex>
        <Box minWidth={0}>
          <Typography tag="p" variant="delta" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {preview.subject}
          </Typography>
          <Typography tag="p" textColor="neutral600" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {preview.preheader || text('preview.no-preheader')}
          </Typography>
        </Box>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={1} width="16rem">
        <SizeMeter bytes={preview.sizeBytes} />
        <Tooltip label={text('preview.hash.why')}>
          <Typography
            variant="pi"
            textColor="neutral600"
            tabIndex={0}
            aria-label={text('preview.hash.label', { hash: preview.hash })}
          >
            {text('preview.hash', { hash: shortHash(preview.hash) })}
          </Typography>
        </Tooltip>
      </Flex>
    </Flex>
  );
}
