import { Flex } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import { PERMISSIONS } from '../plugin/permissions';
import { deskPath } from '../plugin/plugin-id';
import { HoldNotice } from './HoldNotice';

const Tab = styled(NavLink)`
  padding: 1.2rem 0.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-weight: 600;
  white-space: nowrap;
  text-decoration: none;
  border-bottom: 2px solid transparent;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &.active {
    color: ${({ theme }) => theme.colors.primary700};
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

const Bar = styled(Flex)`
  overflow-x: auto;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

/** One list for all renderings: the hook asks again for another one. */
const asked = [...PERMISSIONS.manageAudience, ...PERMISSIONS.readJournal, ...PERMISSIONS.invite];

/** The desk's own pages; a page that would be refused is not offered. */
export function DeskNav() {
  const text = useText();
  const { allowedActions } = useRBAC(asked);
  const { pathname } = useLocation();
  return (
    <>
      <Bar tag="nav" aria-label={text('nav.name')} gap={6} marginBottom={6}>
        {/* The notice leads there from every other page. First, so that it is in sight on a phone. */}
        {pathname.endsWith(deskPath.holds) && <Tab to={deskPath.holds}>{text('holds.title')}</Tab>}
        <Tab to={deskPath.issues} end>
          {text('nav.issues')}
        </Tab>
        {allowedActions['canManage'] && <Tab to={deskPath.suppressions}>{text('nav.suppressions')}</Tab>}
        {allowedActions['canRead'] && <Tab to={deskPath.journal}>{text('nav.journal')}</Tab>}
        {allowedActions['canCreate'] && <Tab to={deskPath.invitations}>{text('nav.invitations')}</Tab>}
        <Tab to={deskPath.notices}>{text('nav.notices')}</Tab>
        <Tab to={deskPath.roles}>{text('roles.title')}</Tab>
      </Bar>
      <HoldNotice />
    </>
  );
}
