import { Dialog } from '@strapi/design-system';
import { styled } from 'styled-components';

/**
 * The window of a question. Never taller than the screen: its text scrolls between title and buttons, which Strapi's own leaves
 * below the edge, and wide enough for a sentence to a line.
 */
export const DialogContent = styled(Dialog.Content)`
  max-width: 56rem;
  max-height: calc(100dvh - 3.2rem);

  & > * {
    flex: none;
  }

  & > :nth-child(2) {
    flex: 0 1 auto;
    min-height: 0;
    overflow-y: auto;
  }
`;
