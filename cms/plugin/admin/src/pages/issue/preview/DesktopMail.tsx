import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { PREVIEW_HEIGHT } from './MailFrame';

const Stage = styled.div`
  height: ${PREVIEW_HEIGHT};
  background: ${({ theme }) => theme.colors.neutral100};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** Room for a mail as wide as a desktop client shows it: the whole window, the mail's 600 pixels in its middle. */
export function DesktopMail({ children }: { children: ReactNode }) {
  return <Stage>{children}</Stage>;
}
