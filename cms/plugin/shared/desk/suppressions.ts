import { suppressionReasons } from '@nachra/delivery';
import { z } from 'zod';
import { idSchema, instantSchema, typedAddressSchema } from './wire-values';

/** Why an address must not be mailed. */
export const suppressionReasonSchema = z.enum(suppressionReasons);

export const suppressionRowSchema = z.strictObject({
  id: idSchema,
  /** Null where a link of ours said no for somebody whose address is not known, as after the loss of the ledger. */
  address: z.string().nullable(),
  reason: suppressionReasonSchema,
  /** Where it came from, as a code: `page`, `mailbox`, the name of a provider, `desk`. */
  source: z.string(),
  /** The person who entered it at the desk; null where none did. */
  madeBy: z.string().nullable(),
  /** What a server or a provider said, where that decided it; in its own words. */
  why: z.string().nullable(),
  createdAt: instantSchema,
});
export type SuppressionRow = z.infer<typeof suppressionRowSchema>;

/** An address never to be mailed again, whatever list it is on. */
export const suppressRequestSchema = z.object({ address: typedAddressSchema });
export type SuppressRequest = z.infer<typeof suppressRequestSchema>;

/** Why an address may be mailed again. An unsubscription or a complaint asks for both. */
export const liftRequestSchema = z.object({
  /** In the words of whoever lifts it; addresses in it are not kept. */
  reason: z.string().trim().max(500).nullable().default(null),
  /** Whether the reader asked for it, as whoever lifts it declares. */
  askedByPerson: z.boolean().default(false),
});
export type LiftRequest = z.input<typeof liftRequestSchema>;
