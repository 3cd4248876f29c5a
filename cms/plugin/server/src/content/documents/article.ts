import { z } from 'zod';
import { bodyField, mediaSchema, optionalField, textField } from './stored-fields';

const linesField = z
  .array(z.object({ text: textField }))
  .nullish()
  .transform((lines) => (lines ?? []).flatMap(({ text }) => text ?? []));

/** `plugin::newsletter.article` as loaded: one shape for all kinds, since Strapi keeps the fields of every kind. */
export const articleSchema = z.object({
  documentId: z.string(),
  /** documentId of the article that this one translates; written by the desk alone. */
  translationOf: textField,
  title: textField,
  kind: optionalField(z.string()),
  standfirst: textField,
  body: bodyField,
  images: z
    .array(mediaSchema)
    .nullish()
    .transform((images) => images ?? []),
  /** What is said of each image in the article's language, in their order, and how it is framed; what is empty reads as in the media library. */
  imageTexts: z
    .array(z.object({ alternativeText: textField, caption: textField, framing: z.unknown().optional() }))
    .nullish()
    .transform((texts) => texts ?? []),
  startDate: textField,
  endDate: textField,
  editionNumber: optionalField(z.number()),
  place: textField,
  governingBody: textField,
  meetingDate: textField,
  chair: textField,
  present: linesField,
  decisions: linesField,
  sourceName: textField,
  sourceUrl: textField,
  author: textField,
  callToActionLabel: textField,
  callToActionUrl: textField,
});
export type ArticleDocument = z.infer<typeof articleSchema>;

/** What to load with an article. */
export const articlePopulate = { images: true, imageTexts: true, present: true, decisions: true } as const;
