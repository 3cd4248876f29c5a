import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { PREVIEW_HEIGHT } from './MailFrame';

const Stage = styled.div`
  display: flex;
  justify-content: center;
  align-items: center;
  height: ${PREVIEW_HEIGHT};
  padding: 2.4rem;
  background: ${({ theme }) => theme.colors.neutral100};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** The screen inside is exactly 375 pixels wide: a common phone, and under the mail's own breakpoint of 480. */
const Phone = styled.div`
  box-sizing: content-box;
  position: relative;
  width: 375px;
  /* Its borders stand outside its content. */
  height: calc(100% - 56px);
  max-height: 760px;
  overflow: hidden;
  border: 10px solid #22252e;
  border-top-width: 34px;
  border-bottom-width: 22px;
  border-radius: 36px;
  background: #22252e;
  box-shadow:
    0 0 0 1px #3c4150,
    0 18px 40px rgb(20 22 40 / 22%);

  &::before {
    content: '';
    position: absolute;
    top: -21px;
    inset-inline-start: 50%;
    width: 64px;
    height: 7px;
    margin-inline-start: -32px;
    border-radius: 4px;
    background: #4a5062;
  }
`;

const Screen = styled.div`
  height: 100%;
  overflow: hidden;
  border-radius: 4px;
`;

/** Room for a mail as a phone shows it. */
export function PhoneMail({ children }: { children: ReactNode }) {
  return (
    <Stage>
      <Phone>
        <Screen>{children}</Screen>
      </Phone>
    </Stage>
  );
}
