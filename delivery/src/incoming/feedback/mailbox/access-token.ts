import { z } from 'zod';
import { DeliveryError } from '../../../errors';
import type { MailboxOAuth } from './mailbox-settings';

const answerSchema = z.object({ access_token: z.string().min(1) });

/**
 * Asks for an access token. They live for an hour; one is asked for at each visit, a few at most in that time.
 *
 * @throws {DeliveryError} `MAILBOX_TOKEN`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6 (refresh token), #section-4.4 (client credentials)
 */
export async function fetchAccessToken(oauth: MailboxOAuth): Promise<string> {
  const body = new URLSearchParams({
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    ...(oauth.refreshToken === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: oauth.refreshToken }),
    ...(oauth.scope === null ? {} : { scope: oauth.scope }),
  });
  const answer = await fetch(oauth.tokenUrl, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null);
  const token = answerSchema.safeParse(await answer?.json().catch(() => null));
  if (answer?.ok === true && token.success) return token.data.access_token;
  const said = answer === null ? 'it cannot be reached' : `it answered ${answer.status}`;
  throw new DeliveryError(
    'MAILBOX_TOKEN',
    { status: answer?.status ?? null },
    `No access token for the bounce mailbox from BOUNCE_IMAP_TOKEN_URL (${said}). Check that address, BOUNCE_IMAP_CLIENT_ID, BOUNCE_IMAP_CLIENT_SECRET, BOUNCE_IMAP_SCOPE and that BOUNCE_IMAP_REFRESH_TOKEN has not run out.`,
  );
}
