import { z } from 'zod';
import { limitSchema } from '../limits';
import { nameOfServer, smtpAddressSchema, smtpSettingsSchema } from '../smtp';

/** `gmail.com`, or `*.gov.ma` for every domain below it. */
export const domainPattern = z
  .string()
  .regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i)
  .transform((domain) => domain.toLowerCase());

const domains = z.array(domainPattern).readonly().default([]);

/** One of the mail servers that messages may leave by; `smtp` may be written as an address. */
export const mailServerSchema = z
  .strictObject({
    /** Names it in logs and metrics, and counts its limit; its address without name and password when left out. */
    name: z.string().min(1).max(300).optional(),
    smtp: z.union([smtpAddressSchema, smtpSettingsSchema]),
    /** Its share of what several could take: one of weight 3 gets three times what one of weight 1 gets. */
    weight: z.int().min(1).default(1),
    limit: limitSchema.nullable().default(null),
    /** Recipient domains that go by this server before any other. None for a server that takes all. */
    domains,
    /** Recipient domains that never go by this server. */
    exceptDomains: domains,
  })
  .transform(({ name, ...server }) => ({ name: name ?? nameOfServer(server.smtp), ...server }));
/** See {@link mailServerSchema}. */
export type MailServer = z.output<typeof mailServerSchema>;

/** Servers that may stand beside each other: every name is there once, and one takes what is routed nowhere. */
export function serversOf<Server extends z.ZodType<Pick<MailServer, 'name' | 'domains'>>>(server: Server) {
  return z
    .array(server)
    .max(20)
    .refine((servers) => new Set(servers.map(({ name }) => name)).size === servers.length, {
      error: 'each server has a name of its own',
    })
    .refine((servers) => servers.length === 0 || servers.some((one) => one.domains.length === 0), {
      error: 'one server without domains takes what is routed nowhere',
    });
}
