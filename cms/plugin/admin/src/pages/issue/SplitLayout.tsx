import { Flex } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** Height of the admin's header once it sticks to the top, and the air under it. */
const STICKY_TOP = '8.8rem';

const Split = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(36rem, 42rem);
  align-items: start;
  gap: 2.4rem;
  padding-bottom: 5.6rem;

  @media (max-width: 1100px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Main = styled.div`
  @media (min-width: 1101px) {
    position: sticky;
    top: ${STICKY_TOP};
  }
`;

/** The preview stays in sight while the person goes down the steps beside it. */
export function SplitLayout({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <Layouts.Content>
      <Split>
        <Main>{main}</Main>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {side}
        </Flex>
      </Split>
    </Layouts.Content>
  );
}
