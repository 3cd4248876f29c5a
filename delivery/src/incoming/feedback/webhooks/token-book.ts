import { createHash } from 'node:crypto';
import type { Ledger } from '../../../ledger';
import type { WebhookPorts } from './webhook';

/**
 * Remembers in the ledger which content a single-use token was used for, so that a replay is refused after a restart too,
 * and by every process. Expired tokens are forgotten: a request with one is refused for its age.
 *
 * Idempotent by the token: the first content stands.
 */
export function tokenBook(ledger: Ledger): (now: Date) => WebhookPorts['isFirstUse'] {
  return (now) => async (token, content, expiresAt) => {
    const key = digestOf(token);
    const wanted = digestOf(content);
    await ledger.run('DELETE FROM webhook_token WHERE expires_at < ?', [now.getTime()]);
    const fresh = await ledger.run(
      'INSERT INTO webhook_token (token, content, expires_at) VALUES (?, ?, ?) ON CONFLICT (token) DO NOTHING',
      [key, wanted, expiresAt.getTime()],
    );
    if (fresh > 0) return true;
    const [known] = await ledger.rows<{ content: string }>(
      'SELECT content FROM webhook_token WHERE token = ?',
      [key],
    );
    return known?.content === wanted;
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
