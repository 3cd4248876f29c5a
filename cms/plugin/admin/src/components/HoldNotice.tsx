import { Box } from '@strapi/design-system';
import { Link, useLocation } from 'react-router-dom';

import { useReadHoldsQuery } from '../api/holds';
import { useText } from '../hooks/use-text';
import { deskPath } from '../plugin/plugin-id';
import { Notice } from './Notice';

/** On every other page of the desk: that something is held, and the way to the page where it is decided. */
export function HoldNotice() {
  const text = useText();
  const { data } = useReadHoldsQuery(undefined, { pollingInterval: 30_000, refetchOnMountOrArgChange: true });
  const { pathname } = useLocation();
  if (pathname.endsWith(deskPath.holds)) return null;
  if (!data || (data.hold === null && data.campaigns.length === 0)) return null;
  const title = data.hold === null ? text('holds.notice.some') : text('holds.notice.all');
  return (
    <Box paddingBottom={5} role="status">
      <Notice tone="warning" title={title}>
        <Link to={deskPath.holds}>{text('holds.notice.go')}</Link>
      </Notice>
    </Box>
  );
}
