import { useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { PERMISSIONS } from '../plugin/permissions';
import { deskPath } from '../plugin/plugin-id';
import { Notice } from './Notice';

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: 600;
`;

/** Says that nothing leaves, or that one send waits, and leads to the page where it is decided by whoever may send. */
export function HeldNotice({ isAll }: { isAll: boolean }) {
  const text = useText();
  const { allowedActions } = useRBAC(PERMISSIONS.send);
  return (
    <Notice tone="warning" title={text(isAll ? 'holds.notice.all' : 'holds.notice.some')}>
      <Way to={deskPath.holds}>
        {text(allowedActions['canSend'] ? 'holds.notice.go' : 'holds.notice.see')}
      </Way>
    </Notice>
  );
}
