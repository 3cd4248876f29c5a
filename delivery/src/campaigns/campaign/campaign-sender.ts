import type { Language } from '../../language';
import type { Ledger } from '../../ledger';
import { parseSenderIdentity, type SenderIdentity } from './sender-identity';

/** Who a campaign's mail comes from and whose language is the default, as they were frozen; null when there is no such campaign. */
export async function campaignSender(
  ledger: Ledger,
  campaignId: string,
): Promise<{ sender: SenderIdentity; defaultLanguage: Language } | null> {
  const [row] = await ledger.rows<{ sender: string; default_language: string }>(
    'SELECT sender, default_language FROM campaign WHERE uid = ?',
    [campaignId],
  );
  if (!row) return null;
  return {
    sender: parseSenderIdentity(JSON.parse(row.sender)),
    defaultLanguage: row.default_language as Language,
  };
}
