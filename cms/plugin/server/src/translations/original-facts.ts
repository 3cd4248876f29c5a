import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';

/** What an article has whatever its language: nothing in it has to be translated, though a name may be written in other letters. */
const factsSchema = z.object({
  kind: z.string().nullish(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
  editionNumber: z.number().nullish(),
  meetingDate: z.string().nullish(),
  sourceUrl: z.string().nullish(),
  callToActionUrl: z.string().nullish(),
  author: z.string().nullish(),
  chair: z.string().nullish(),
  present: z
    .array(z.object({ text: z.string().nullish() }))
    .nullish()
    .transform((lines) => (lines ?? []).map(({ text }) => ({ text: text ?? '' }))),
  images: z
    .array(z.object({ id: z.number(), caption: z.string().nullish() }))
    .nullish()
    .transform((images) => images ?? []),
  imageTexts: z
    .array(z.object({ caption: z.string().nullish(), framing: z.unknown().optional() }))
    .nullish()
    .transform((texts) => texts ?? []),
});

/** As the schema of an image's texts has it. */
const mostOfCaption = 2_000;

/**
 * The days, pictures, addresses and persons of an article, as a new one in another language begins with them: the same pictures, by
 * reference, framed alike, with their credits. What they show is to be said anew.
 */
export async function originalFacts(
  strapi: Pick<Core.Strapi, 'documents'>,
  documentId: string,
): Promise<Record<string, unknown>> {
  const row = await strapi
    .documents(uids.article)
    .findOne({ documentId, status: 'draft', populate: { images: true, imageTexts: true, present: true } });
  const { images, imageTexts, ...facts } = factsSchema.parse(row);
  return {
    ...facts,
    images: images.map(({ id }) => id),
    imageTexts: images.map(({ caption }, at) => ({
      ...{ alternativeText: '' },
      caption: (imageTexts[at]?.caption ?? caption ?? '').slice(0, mostOfCaption),
      framing: imageTexts[at]?.framing ?? null,
    })),
  };
}
