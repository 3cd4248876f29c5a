import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ListSummary } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';

const Group = styled.fieldset`
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;

interface ChoiceGroupProps {
  name: string;
  choices: ListSummary[];
  /** Ids of those that are ticked. */
  chosen: string[];
  onToggle: (documentId: string) => void;
}

/** Lists or segments to tick, each with how many subscribers it holds. */
export function ChoiceGroup({ name, choices, chosen, onToggle }: ChoiceGroupProps) {
  const text = useText();
  if (choices.length === 0) return null;
  return (
    <Group>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {name}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {choices.map((choice) => (
          <Flex key={choice.documentId} justifyContent="space-between" gap={3}>
            <Checkbox
              checked={chosen.includes(choice.documentId)}
              onCheckedChange={() => onToggle(choice.documentId)}
            >
              {choice.name}
            </Checkbox>
            <Box shrink={0}>
              <Typography variant="pi" textColor="neutral600">
                {text('audience.subscribers', { count: choice.subscribers })}
              </Typography>
            </Box>
          </Flex>
        ))}
      </Flex>
    </Group>
  );
}
