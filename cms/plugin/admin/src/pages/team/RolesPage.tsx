import { Flex, Grid, Typography } from '@strapi/design-system';
import { Check, Minus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';

import { roleDefinitions, type RoleDefinition } from '../../../../shared/role-definitions';
import { Card } from '../../components/Card';
import { DeskNav } from '../../components/DeskNav';
import { useText } from '../../hooks/use-text';
import { allRights, rightsOf, type Right } from '../../model/role-rights';

/** What each role may do, in words, from the very definitions that the roles are made of. */
export function RolesPage() {
  const text = useText();
  return (
    <Page.Main>
      <Page.Title>{text('roles.title')}</Page.Title>
      <Layouts.Header title={text('roles.title')} subtitle={text('roles.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Grid.Root gap={4}>
            {roleDefinitions.map((role) => (
              <Grid.Item key={role.code} col={4} m={6} s={12} xs={12} direction="column" alignItems="stretch">
                <RoleCard role={role} />
              </Grid.Item>
            ))}
          </Grid.Root>
          <Typography tag="p">{text('roles.super')}</Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('roles.changed')}
          </Typography>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function RoleCard({ role }: { role: RoleDefinition }) {
  const text = useText();
  const granted = rightsOf(role);
  const refused = allRights.filter((right) => !granted.includes(right));
  return (
    <Card title={text(`roles.${role.code}`)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{text(`roles.${role.code}.does`)}</Typography>
        <Rights name={text('roles.may')} rights={granted} isGranted />
        {refused.length > 0 && <Rights name={text('roles.may-not')} rights={refused} isGranted={false} />}
      </Flex>
    </Card>
  );
}

function Rights({ name, rights, isGranted }: { name: string; rights: Right[]; isGranted: boolean }) {
  const text = useText();
  const Icon = isGranted ? Check : Minus;
  return (
    <div>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {rights.map((right) => (
          <Flex key={right} tag="li" gap={2} alignItems="flex-start">
            <Icon
              aria-hidden
              width="1.4rem"
              height="1.4rem"
              fill={isGranted ? 'success600' : 'neutral500'}
              style={{ flex: 'none', marginTop: '0.3rem' }}
            />
            <Typography textColor={isGranted ? 'neutral800' : 'neutral600'}>
              {text(`roles.right.${right}`)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </div>
  );
}
