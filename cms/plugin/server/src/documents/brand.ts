import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { mediaSchema, textField } from './fields';

/** `plugin::newsletter.brand`: the institution, its sender and its wordings in each language. */
export const brandSchema = z.object({
  name: textField,
  newsletterTitle: textField,
  url: textField,
  logo: mediaSchema.nullish(),
  primaryColour: textField,
  accentColour: textField,
  defaultLanguage: languageSchema.nullish().transform((language) => language ?? 'fr'),
  images: z
    .enum(['linked', 'embedded'])
    .nullish()
    .transform((images) => images ?? 'linked'),
  senderName: textField,
  senderAddress: textField,
  replyTo: textField,
  listId: textField,
  bounceAddress: textField,
  unsubscribeAddress: textField,
  wordings: z
    .array(
      z.object({
        language: languageSchema,
        motto: textField,
        postalAddress: textField,
        whyReceived: textField,
        words: textField,
      }),
    )
    .nullish()
    .transform((wordings) => wordings ?? []),
});
export type BrandDocument = z.infer<typeof brandSchema>;

export const brandPopulate = { logo: true, wordings: true } as const;
