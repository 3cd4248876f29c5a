import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { deskPath } from '../plugin/plugin-id';
import { Notice } from './Notice';

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: 600;
`;

/** Says that nothing leaves, or that one send waits, and leads to the page where it is decided. */
export function HeldNotice({ isAll }: { isAll: boolean }) {
  const text = useText();
  return (
    <Notice tone="warning" title={text(isAll ? 'holds.notice.all' : 'holds.notice.some')}>
      <Way to={deskPath.holds}>{text('holds.notice.go')}</Way>
    </Notice>
  );
}
