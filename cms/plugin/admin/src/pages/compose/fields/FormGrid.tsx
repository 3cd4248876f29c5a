import { styled } from 'styled-components';

/** Fields side by side where there is room for two, without holes: whatever is `Whole` takes a line of its own. */
export const FormGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
  align-items: start;
  gap: 1.6rem;
`;

export const Whole = styled.div`
  grid-column: 1 / -1;
`;
