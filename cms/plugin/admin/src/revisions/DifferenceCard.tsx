import { Badge, Box, Flex, Grid, Typography } from '@strapi/design-system';

import type { Difference, Side } from '../../../shared/desk';
import { useText } from '../hooks/use-text';
import { ShownValue } from './ShownValue';

interface DifferenceCardProps {
  difference: Difference;
  /** What the two sides are called. */
  names: Record<Side, string>;
  /** Undefined while nobody has decided. */
  chosen: Side | undefined;
  /** Undefined where there is nothing to choose, as before a deletion. */
  onChoose: ((side: Side) => void) | undefined;
}

/** One field in both versions, side by side, and which of them is kept. */
export function DifferenceCard({ difference, names, chosen, onChoose }: DifferenceCardProps) {
  const text = useText();
  const { key, label, changedBy, mine, theirs } = difference;
  const sides = [
    { side: 'mine', shown: mine, other: theirs },
    { side: 'theirs', shown: theirs, other: mine },
  ] as const;
  return (
    <Box tag="fieldset" borderColor="neutral200" hasRadius padding={4} style={{ minWidth: 0 }}>
      <legend style={{ padding: '0 0.4rem' }}>
        <Flex gap={2} tag="span" wrap="wrap">
          <Typography variant="delta">{label}</Typography>
          {onChoose && (
            <Badge {...(changedBy === 'both' && { backgroundColor: 'warning100', textColor: 'neutral800' })}>
              {text(`conflict.by.${changedBy}`)}
            </Badge>
          )}
        </Flex>
      </legend>
      <Grid.Root gap={4}>
        {sides.map(({ side, shown, other }) => (
          <Grid.Item key={side} col={6} s={6} xs={12} direction="column" alignItems="stretch">
            <Box
              tag="label"
              background={chosen === side ? 'primary100' : 'neutral100'}
              borderColor={chosen === side ? 'primary600' : 'neutral200'}
              hasRadius
              padding={3}
              height="100%"
              style={{ display: 'block', minWidth: 0, cursor: onChoose ? 'pointer' : 'auto' }}
            >
              <Flex gap={2} paddingBottom={2}>
                {onChoose && (
                  <input
                    type="radio"
                    name={key}
                    checked={chosen === side}
                    onChange={() => onChoose(side)}
                    aria-label={`${label} : ${text(`conflict.keep.${side}`)}`}
                  />
                )}
                <Typography variant="sigma" textColor="neutral600">
                  {names[side]}
                </Typography>
              </Flex>
              <ShownValue shown={shown} marked={{ side, other }} />
            </Box>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
}
