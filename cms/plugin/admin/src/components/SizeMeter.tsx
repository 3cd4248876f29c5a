import { Box, Tooltip, Typography } from '@strapi/design-system';

import { useText } from '../hooks/use-text';
import { sizeMeter } from '../model/size';

/** How much of the size that Gmail shows whole is used up. */
export function SizeMeter({ bytes }: { bytes: number }) {
  const text = useText();
  const { kib, part, tone, text: advice } = sizeMeter(bytes);
  const reading = text('size.reading', { kib });
  return (
    <Tooltip label={text(advice)}>
      <Box
        tabIndex={0}
        role="meter"
        aria-label={text('size.name')}
        aria-valuenow={kib}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${reading}. ${text(advice)}`}
      >
        <Typography
          tag="p"
          variant="pi"
          fontWeight="semiBold"
          textColor={`${tone}600`}
          style={{ whiteSpace: 'nowrap' }}
        >
          {reading}
        </Typography>
        <Box background="neutral150" hasRadius height="6px" overflow="hidden">
          <Box background={`${tone}600`} height="6px" width={`${Math.max(2, part * 100)}%`} />
        </Box>
      </Box>
    </Tooltip>
  );
}
