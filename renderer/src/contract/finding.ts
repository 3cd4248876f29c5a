import { z } from 'zod';
import { languageSchema } from './primitives';

/** How much a finding weighs: an `error` forbids approval, a `warning` asks a person to look. */
export const severities = ['error', 'warning'] as const;
/** One of {@link severities}. */
export const severitySchema = z.enum(severities);
/** One of {@link severities}. */
export type Severity = z.infer<typeof severitySchema>;

/** A calendar day, `YYYY-MM-DD`. */
const day = z.string();

/**
 * One fact of a finding, independent of any language: text and plain numbers are printed as they are, everything else is
 * formatted by `findingText`.
 */
export const findingValueSchema = z.union([
  z.string(),
  z.number(),
  z.strictObject({ date: day }),
  z.strictObject({ from: day, to: day }),
  /** A figure to be formatted in the reader's language; `decimals` is the least number of decimals, 4 the most. */
  z.strictObject({ figure: z.number(), decimals: z.number().int() }),
  /** Another language of the issue, to be named in the reader's. */
  z.strictObject({ language: languageSchema }),
  /** A section by its heading, or by what it is where it has none; null where there is none. */
  z.strictObject({ section: z.strictObject({ type: z.string(), heading: z.string() }).nullable() }),
  /** Pairs of figures that should be equal, each under a label; null for a missing one. */
  z.strictObject({
    unequal: z.array(
      z.strictObject({
        label: z.string(),
        one: z.number().nullable(),
        other: z.number().nullable(),
        decimals: z.number().int(),
      }),
    ),
  }),
  /** What two texts say of the same thing, in the words of each; null for the one that does not say it. */
  z.strictObject({
    differing: z.array(z.strictObject({ one: z.string().nullable(), other: z.string().nullable() })),
  }),
  /** Words that may have been meant. */
  z.strictObject({ suggestions: z.array(z.string()) }),
]);
/** See {@link findingValueSchema}. */
export type FindingValue = z.infer<typeof findingValueSchema>;

/**
 * The one right value of what was found: the text at a place, and what it is to be. Nothing is mended where another text stands by
 * now.
 */
export const mendSchema = z.strictObject({
  /** JSON path into the issue, of a text: `sections[0].body[2].children[0].text`. */
  place: z.string(),
  from: z.string(),
  to: z.string(),
});
/** One result of the preflight, as data: programs read `rule`, people read the sentences of `findingText`. */
export const findingSchema = z.object({
  /** Permanent name, such as `image-alt-missing`. */
  rule: z.string(),
  severity: severitySchema,
  /** Where: JSON path into the issue (`sections[2].articles[0].title`), or `edition` for the whole. */
  place: z.string(),
  /** The values of the rule's sentence, by their names in it. */
  values: z.record(z.string(), findingValueSchema),
  /** Missing where there is more than one right value, or a person has to know it. */
  mend: mendSchema.optional(),
});
/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;
