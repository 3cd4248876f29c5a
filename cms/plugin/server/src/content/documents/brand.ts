import { imageModes, languageSchema, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../../shared/uids';
import { filledIn, mediaSchema, textField } from './stored-fields';

/** `plugin::newsletter.brand`: the institution, its sender and its wordings in each language. */
const brandSchema = z.object({
  /** Missing until the brand is saved for the first time. */
  documentId: textField,
  name: textField,
  newsletterTitle: textField,
  url: textField,
  logo: mediaSchema.nullish(),
  primaryColour: textField,
  accentColour: textField,
  defaultLanguage: languageSchema,
  images: z
    .enum(imageModes)
    .nullish()
    .transform((images) => images ?? 'linked'),
  /** Whether nobody may approve her own work, as soon as two people may approve. */
  fourEyes: z
    .enum(['automatic', 'off'])
    .nullish()
    .transform((rule) => rule ?? 'automatic'),
  senderName: textField,
  senderAddress: textField,
  replyTo: textField,
  listId: textField,
  bounceAddress: textField,
  unsubscribeAddress: textField,
  testDomains: textField,
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

/** The entries of a text that has one on each line. Pure. */
export function linesOf(text: string | null | undefined): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const brandPopulate = { logo: true, wordings: true } as const;

/**
 * How the brand is read; one that was never filled in reads as empty, and the code that needs a field reports it.
 *
 * @param defaultLanguage the installation's, until the brand has one of its own
 */
export function openBrand(
  strapi: Pick<Core.Strapi, 'documents'>,
  defaultLanguage: Language,
): () => Promise<BrandDocument> {
  return async () => {
    const row = await strapi.documents(uids.brand).findFirst({ populate: brandPopulate });
    return brandSchema.parse(filledIn(row, 'defaultLanguage', defaultLanguage));
  };
}
