import { Button, Flex, Typography } from '@strapi/design-system';

import { useText } from '../hooks/use-text';
import { showDay } from '../model/read-day';

interface NewestDayProps {
  /** What the dashboard is as of, `YYYY-MM-DD`. */
  asOf: string | null;
  /** The last day of its newest period. */
  newest: string | null;
  disabled: boolean;
  onTake: (day: string) => void;
}

/** Says that a dashboard is as of another day than its newest period ends on, and puts it right. */
export function NewestDay({ asOf, newest, disabled, onTake }: NewestDayProps) {
  const text = useText();
  if (!asOf || newest === null || newest === asOf) return null;
  return (
    <Flex gap={3} wrap="wrap" alignItems="center" paddingBottom={2}>
      <Typography variant="pi" textColor="warning700" role="status">
        {text('figures.newest.differs', { asOf: showDay(asOf), end: showDay(newest) })}
      </Typography>
      {!disabled && (
        <Button type="button" size="S" variant="secondary" onClick={() => onTake(newest)}>
          {text('figures.newest.take', { end: showDay(newest) })}
        </Button>
      )}
    </Flex>
  );
}
