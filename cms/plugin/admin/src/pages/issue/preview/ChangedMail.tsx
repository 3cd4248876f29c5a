import { Box, Typography } from '@strapi/design-system';
import { useMemo } from 'react';

import type { EarlierEdition } from '../../../../../shared/desk';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { markedMail } from '../../../model/marked-mail';
import { DesktopMail } from './DesktopMail';

interface ChangedMailProps {
  earlier: NonNullable<EarlierEdition['earlier']>;
  /** The mail as it is now. */
  html: string;
}

/** The mail as it is now, with what changed since somebody judged it marked in it: added words, and those that are gone. */
export function ChangedMail({ earlier, html }: ChangedMailProps) {
  const text = useText();
  const { formatDate } = useDeskIntl();
  const marked = useMemo(() => markedMail(earlier.html, html), [earlier.html, html]);
  const { because, by, at } = earlier;
  return (
    <>
      <Box padding={4}>
        <Typography tag="p">
          {text(`changes.since.${because}`, {
            by: by ?? '',
            at: formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
          })}{' '}
          {text('changes.counts', { added: marked.added, removed: marked.removed })}
        </Typography>
      </Box>
      <DesktopMail html={marked.html} name={text('changes.frame')} />
    </>
  );
}
