import { styled } from 'styled-components';

/** Rows to choose from, in one box. */
export const ChoiceList = styled.ul`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;

  & > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
