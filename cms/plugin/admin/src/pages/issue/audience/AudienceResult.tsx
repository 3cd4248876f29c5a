import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AudienceChoice } from '../../../hooks/use-audience-choice';
import { useText } from '../../../hooks/use-text';
import { EditionsTable } from './EditionsTable';
import { Exclusions } from './Exclusions';

/** As high as the usual answer, so that the buttons below stay where they are when it comes. */
const Result = styled.div<{ $dim: boolean }>`
  min-height: 8.4rem;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  opacity: ${({ $dim }) => ($dim ? 0.55 : 1)};
  transition: opacity 120ms;
`;

interface AudienceResultProps {
  choice: AudienceChoice;
}

export function AudienceResult({ choice }: AudienceResultProps) {
  const { audience, isCounting } = choice;
  const text = useText();
  if (!audience) {
    return (
      <Result $dim={isCounting} role="status">
        <Typography textColor="neutral600">
          {text(isCounting ? 'audience.counting' : 'audience.choose')}
        </Typography>
      </Result>
    );
  }
  const excluded = audience.candidates - audience.recipients;
  return (
    <Result $dim={isCounting}>
      <div role="status" aria-busy={isCounting}>
        <Typography tag="p" variant="alpha" textColor={audience.recipients > 0 ? 'neutral800' : 'danger600'}>
          {text('audience.recipients', { count: audience.recipients })}
        </Typography>
      </div>
      {audience.byLanguage.length > 0 && <EditionsTable audience={audience} choice={choice} />}
      {excluded > 0 && <Exclusions exclusions={audience.exclusions} count={excluded} />}
    </Result>
  );
}
