import type { Limit } from '../limits';
import type { SmtpSettings } from '../smtp';

/** One of the mail servers that messages may leave by. */
export interface MailServer {
  /** Names it in logs and metrics, and counts its limit. */
  name: string;
  smtp: SmtpSettings;
  /** Its share of what several servers could take: one of weight 3 gets three times what one of weight 1 gets. */
  weight: number;
  limit: Limit | null;
  /** Recipient domains that go by this server before any other: `gmail.com`, or `*.gov.ma` for what is below. None for a server that takes all. */
  domains: readonly string[];
  /** Recipient domains that never go by this server. */
  exceptDomains: readonly string[];
}
