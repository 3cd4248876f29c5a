import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { ConfirmButton } from '../../components/ConfirmButton';

/** Buttons of one width, what each means beside it; on a phone below it. */
export const HoldChoices = styled.div`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  align-items: center;
  gap: 1.2rem 1.6rem;

  & > button {
    width: 100%;
  }

  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
    row-gap: 0.4rem;

    & > p:not(:last-child) {
      margin-bottom: 1.2rem;
    }
  }
`;

interface HoldChoiceProps {
  label: string;
  /** What assistive technology reads, since several cards have the same buttons. */
  name: string;
  question: string;
  means: string;
  /** Whether somebody may get the number twice by it, which nobody can take back. */
  isRisky: boolean;
  disabled: boolean;
  onConfirm: () => void;
}

/** One thing that can be decided of a held or lost send. */
export function HoldChoice({ label, means, isRisky, ...rest }: HoldChoiceProps) {
  return (
    <>
      <ConfirmButton {...rest} label={label} title={label} confirm={label} isDangerous={isRisky} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {means}
      </Typography>
    </>
  );
}
