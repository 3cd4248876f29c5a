import { Flex, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import { stages, type Stage } from '../../../../../shared/stages';
import { useText } from '../../../hooks/use-text';
import { stageText } from '../../../model/stage';

const Step = styled.li<{ $reached: boolean; $current: boolean }>`
  flex: 1;
  height: 6px;
  border-radius: 3px;
  background: ${({ theme, $reached, $current }) =>
    $current ? theme.colors.primary600 : $reached ? theme.colors.primary200 : theme.colors.neutral150};
`;

/** The six stages as a line that fills; read out as a list with the present one marked. */
export function StagePath({ stage }: { stage: Stage }) {
  const text = useText();
  const present = stages.indexOf(stage);
  return (
    <Flex tag="ol" gap={1} aria-label={text('stage.path')}>
      {stages.map((step, index) => (
        <Step
          key={step}
          $reached={index <= present}
          $current={index === present}
          aria-current={index === present ? 'step' : undefined}
          title={text(stageText(step))}
        >
          <VisuallyHidden>{text(stageText(step))}</VisuallyHidden>
        </Step>
      ))}
    </Flex>
  );
}
