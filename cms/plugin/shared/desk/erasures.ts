import { z } from 'zod';
import { countSchema, typedAddressSchema } from './wire-values';

/** Whom to erase, and why: on record, without the addresses in it. */
export const erasureRequestSchema = z.object({
  address: typedAddressSchema,
  reason: z.string().trim().min(3).max(500),
});

export const erasureResponseSchema = z.strictObject({
  /** Subscribers of the address that were deleted. */
  subscribers: countSchema,
  /** Deliveries that the address was taken out of; they go on counting. */
  deliveries: countSchema,
  /** Of those, the ones that had not left and never will. */
  withdrawn: countSchema,
  /** Whether the person must not be mailed: that holds without the address. */
  isSuppressed: z.boolean(),
  /** Further addresses that subscribers say are the same person's; nothing was taken from them. */
  others: z.array(z.string()),
});
export type ErasureResponse = z.infer<typeof erasureResponseSchema>;
