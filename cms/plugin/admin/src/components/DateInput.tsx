import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

/** A field for a day or a moment: the browser's own calendar follows the admin's theme only when told. */
export const DateInput = styled(TextInput)`
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === '#ffffff' ? 'light' : 'dark')};
`;
