import { imageModes, languageSchema } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../../shared/uids';
import { mediaSchema, textField } from './fields';

/** `plugin::newsletter.brand`: the institution, its sender and its wordings in each language. */
const brandSchema = z.object({
  name: textField,
  newsletterTitle: textField,
  url: textField,
  logo: mediaSchema.nullish(),
  primaryColour: textField,
  accentColour: textField,
  defaultLanguage: languageSchema.nullish().transform((language) => language ?? 'fr'),
  images: z
    .enum(imageModes)
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

const brandPopulate = { logo: true, wordings: true } as const;

/** Reads the brand; one that was never filled in reads as empty, and the code that needs a field reports it. */
export async function readBrand(strapi: Pick<Core.Strapi, 'documents'>): Promise<BrandDocument> {
  const row = await strapi.documents(uids.brand).findFirst({ populate: brandPopulate });
  return brandSchema.parse(row ?? {});
}
