import { styled } from 'styled-components';

/** The window that a mail is looked at in: it stands on white unless it says otherwise, whatever theme the admin wears. */
export const MailWindow = styled.iframe`
  display: block;
  width: 100%;
  height: 100%;
  border: 0;
  background: #ffffff;
  color-scheme: light;
`;
