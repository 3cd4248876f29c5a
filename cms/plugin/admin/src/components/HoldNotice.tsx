import { Box } from '@strapi/design-system';
import { useLocation } from 'react-router-dom';

import { useReadHoldsQuery } from '../api/holds';
import { deskPath } from '../plugin/plugin-id';
import { HeldNotice } from './HeldNotice';

/** On every other page of the desk: that something is held, and the way to the page where it is decided. */
export function HoldNotice() {
  const { data } = useReadHoldsQuery(undefined, { pollingInterval: 30_000, refetchOnMountOrArgChange: true });
  const { pathname } = useLocation();
  if (pathname.endsWith(deskPath.holds)) return null;
  if (!data || (data.hold === null && data.campaigns.length === 0)) return null;
  return (
    <Box paddingBottom={5} role="status">
      <HeldNotice isAll={data.hold !== null} />
    </Box>
  );
}
