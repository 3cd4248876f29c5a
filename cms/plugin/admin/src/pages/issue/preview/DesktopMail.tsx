import { styled } from 'styled-components';

import { useText } from '../../../hooks/use-text';
import { MailFrame, PREVIEW_HEIGHT } from './MailFrame';

const Stage = styled.div`
  height: ${PREVIEW_HEIGHT};
  background: ${({ theme }) => theme.colors.neutral100};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** The mail, under a name of its own where it is not the mail itself, as wide as a desktop client shows it: the whole window, the mail's 600 pixels in its middle. */
export function DesktopMail({ html, name }: { html: string; name?: string }) {
  const text = useText();
  return (
    <Stage>
      <MailFrame html={html} title={name ?? text('preview.desktop.frame')} />
    </Stage>
  );
}
