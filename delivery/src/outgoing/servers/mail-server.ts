import { z } from 'zod';
import { limitSchema } from '../limits';
import { smtpSettingsSchema } from '../smtp';

/** One of the mail servers that messages may leave by. */
export const mailServerSchema = z.object({
  /** Names it in logs and metrics, and counts its limit. */
  name: z.string(),
  smtp: smtpSettingsSchema,
  /** Its share of what several could take: one of weight 3 gets three times what one of weight 1 gets. */
  weight: z.int().min(1),
  limit: limitSchema.nullable(),
  /** Recipient domains that go by this server before any other: `gmail.com`, or `*.gov.ma` for what is below. None for a server that takes all. */
  domains: z.array(z.string()).readonly(),
  /** Recipient domains that never go by this server. */
  exceptDomains: z.array(z.string()).readonly(),
});
/** See {@link mailServerSchema}. */
export type MailServer = z.infer<typeof mailServerSchema>;
