import { z } from 'zod';
import { problemParams } from './problems';
import {
  colourSchema,
  dateSchema,
  imageSchema,
  languageSchema,
  linkUrlSchema,
  requiredText,
} from './primitives';

/** The institution behind the newsletter: what a reader recognises, and what the law asks a footer to state. */
export const brandSchema = z.strictObject({
  name: requiredText,
  /** Address of the institution's own site. */
  url: linkUrlSchema.optional(),
  logo: imageSchema.optional(),
  colours: z
    .strictObject({
      /** Bands, headings and buttons; must carry white text at 4.5:1. */
      primary: colourSchema,
      /** Rules, marks and date blocks. */
      accent: colourSchema,
    })
    .default({ primary: '#0b5a4a', accent: '#c8912b' }),
  /** Words of the house that no dictionary has: names, terms, loan words. The preflight takes them for well spelt. */
  words: z.array(requiredText).default([]),
  /** The institution's motto, one line an entry, as it is set under the last section. */
  motto: z.array(requiredText).default([]),
  postalAddress: requiredText,
  /** Ends “You receive this mail because …”, in the language. */
  whyReceived: requiredText,
});

export const mastheadSchema = z.strictObject({
  brand: brandSchema,
  /** The newsletter's own name: AMANEWS. */
  title: requiredText,
  number: z.number().int().positive(),
  period: z
    .strictObject({ label: requiredText, from: dateSchema, to: dateSchema })
    .refine((period) => period.from <= period.to, {
      path: ['to'],
      params: problemParams('ends-before-start'),
    }),
  publicationDate: dateSchema,
  language: languageSchema,
  subject: requiredText,
  preheader: z.string().default(''),
  cover: imageSchema.optional(),
  /** Greets the reader by first name (“Bonjour Salma,”) when true. */
  greeting: z.boolean().default(false),
  /** Which articles without a picture get a drawn frieze: none, those that lead a section and features, or all. */
  ornaments: z.enum(['none', 'lead', 'all']).default('lead'),
});

export type Brand = z.infer<typeof brandSchema>;
export type Masthead = z.infer<typeof mastheadSchema>;
