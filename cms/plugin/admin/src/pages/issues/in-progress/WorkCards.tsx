import { Flex, Grid } from '@strapi/design-system';

import { useListIssuesQuery } from '../../../api/issues';
import { useWhileVisible } from '../../../hooks/use-while-visible';
import { numbersInWork } from '../../../model/next-task';
import { NumberCard } from './NumberCard';
import { TasksCard } from './TasksCard';

/** The newest issues: enough for the numbers that anybody works on. */
const newest = { page: 1, pageSize: 25 };

/** The numbers that are being worked on, with their languages side by side, and what waits for the person who looks. */
export function WorkCards() {
  const pollingInterval = useWhileVisible(10_000);
  const { data } = useListIssuesQuery(newest, { pollingInterval });
  const numbers = numbersInWork(data?.rows ?? []);
  if (numbers.length === 0) return null;
  return (
    <Grid.Root gap={5} marginBottom={6}>
      <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
        <Flex direction="column" alignItems="stretch" gap={5}>
          {numbers.map((one) => (
            <NumberCard key={one.number} {...one} />
          ))}
        </Flex>
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
        <TasksCard numbers={numbers} />
      </Grid.Item>
    </Grid.Root>
  );
}
