import { z } from 'zod';
import { problemParams } from './problems';
import {
  colourSchema,
  dateSchema,
  imageSchema,
  languageSchema,
  linkUrlSchema,
  plainText,
  requiredText,
} from './primitives';

/** The colours of a brand without its own. */
export const defaultColours = { primary: '#0b5a4a', accent: '#c8912b' };

/** The institution behind the newsletter: what readers recognise, and what a footer must state by law. */
export const brandSchema = z.strictObject({
  name: requiredText,
  /** Address of the institution's own site. */
  url: linkUrlSchema.optional(),
  logo: imageSchema.optional(),
  colours: z
    .strictObject({
      /** Bands, headings and buttons; white text on it needs a contrast of 4.5:1. */
      primary: colourSchema,
      /** Rules, marks and date blocks. */
      accent: colourSchema,
    })
    .default(defaultColours),
  /** Words that no dictionary has: names, terms, loan words. The preflight accepts their spelling. */
  words: z.array(requiredText).default([]),
  /** The institution's motto below the last section, one entry per line. */
  motto: z.array(requiredText).default([]),
  postalAddress: requiredText,
  /** Ends “You receive this mail because …”, in the language. */
  whyReceived: requiredText,
});

/** The head of an issue: brand, title, number, period, dates, language, subject and preheader. */
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
  preheader: plainText.default(''),
  cover: imageSchema.optional(),
  /** Greets the reader by first name (“Bonjour Salma,”) when true. */
  greeting: z.boolean().default(false),
  /** Which articles without a picture get a drawn frieze: none, all, or those that lead a section and features. */
  ornaments: z.enum(['none', 'lead', 'all']).default('lead'),
});

/** See {@link brandSchema}. */
export type Brand = z.infer<typeof brandSchema>;
/** See {@link mastheadSchema}. */
export type Masthead = z.infer<typeof mastheadSchema>;
