import { styled } from 'styled-components';

/** Words of the mail that a comment is about. */
export const Quote = styled.blockquote`
  padding-inline-start: 0.8rem;
  border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.3rem;
  font-style: italic;
  overflow-wrap: anywhere;
`;
