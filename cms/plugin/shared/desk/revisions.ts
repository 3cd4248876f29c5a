import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { revisedTypes } from '../lists';
import { route } from './describe-route';
import { endingSchema } from './issues';
import { isModest } from './modest';
import { countSchema, instantSchema, rowNumberSchema } from './wire-values';

/** A figure as it is stored, or none. */
const figureSchema = z.number().nullable();

const plainShown = [
  z.strictObject({ is: z.literal('nothing') }),
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  /** A word of a list, by its permanent name. */
  z.strictObject({ is: z.literal('choice'), choice: z.string() }),
  /** A day, `2023-07-31`. */
  z.strictObject({ is: z.literal('day'), day: z.string() }),
  z.strictObject({ is: z.literal('yes-no'), yes: z.boolean() }),
  z.strictObject({
    is: z.literal('paragraphs'),
    paragraphs: z.array(
      z.discriminatedUnion('style', [
        z.strictObject({ style: z.enum(['text', 'heading', 'item', 'quote']), text: z.string() }),
        /** The texts of the cells, row by row; `headed` if the first row is the headings of the columns. */
        z.strictObject({
          style: z.literal('table'),
          headed: z.boolean(),
          rows: z.array(z.array(z.string())),
        }),
      ]),
    ),
  }),
  z.strictObject({
    is: z.literal('pictures'),
    pictures: z.array(
      z.strictObject({ url: z.string(), name: z.string(), alternativeText: z.string().nullable() }),
    ),
  }),
  /** Titles of the documents that are named, in their order. */
  z.strictObject({ is: z.literal('titles'), titles: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('figures'),
    /** What the texts are in, where there are others beside them. */
    language: languageSchema.nullable(),
    periods: z.array(z.string()),
    groups: z.array(
      z.strictObject({
        title: z.string(),
        rows: z.array(
          z.strictObject({
            label: z.string(),
            values: z.array(figureSchema),
            /** As they are stored, also where the contract would refuse them. */
            unit: z.string(),
            measure: z.string(),
            decimals: z.number().nullable(),
            highlight: z.boolean(),
            chart: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Texts in other languages; of the dashboard's title `of` is empty. */
    translations: z.array(z.strictObject({ language: languageSchema, of: z.string(), text: z.string() })),
  }),
] as const;
const plainShownSchema = z.discriminatedUnion('is', [...plainShown]);

/** A value as a person reads it. */
export const shownSchema = z.discriminatedUnion('is', [
  ...plainShown,
  /** Sections and the like: each with the fields that say something. */
  z.strictObject({
    is: z.literal('parts'),
    parts: z.array(
      z.strictObject({
        title: z.string(),
        fields: z.array(z.strictObject({ label: z.string(), shown: plainShownSchema })),
      }),
    ),
  }),
]);
export type Shown = z.infer<typeof shownSchema>;

/** Whose version of a field is kept. */
export const sideSchema = z.enum(['mine', 'theirs']);
export type Side = z.infer<typeof sideSchema>;

/** One field, or one section of a field of sections, in which two versions differ. */
export const differenceSchema = z.strictObject({
  /** Names it in `choices`. */
  key: z.string(),
  label: z.string(),
  /** Who changed it since the revision both began from; `both` has to be decided by a person. */
  changedBy: z.enum(['me', 'them', 'both']),
  mine: shownSchema,
  theirs: shownSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

export const compareRequestSchema = z
  .object({
    type: z.enum(revisedTypes),
    /** The revision that the form began from. */
    revision: rowNumberSchema,
    /** The form as it would have been saved; empty to see what became of that revision. */
    data: z.record(z.string(), z.unknown()),
    /** Whose version to keep, by key; what nobody but one side changed may be left out. */
    choices: z.record(z.string(), sideSchema).optional(),
  })
  .refine(isModest);

export const comparisonSchema = z.strictObject({
  /** The revision there is now: what is saved next begins from it. */
  revision: z.int(),
  title: z.string(),
  /** Saves since the form was opened, the newest first; `by` is null for a program. */
  changes: z.array(
    z.strictObject({
      by: z.string().nullable(),
      at: instantSchema,
      action: z.string(),
      fields: z.array(z.string()),
    }),
  ),
  differences: z.array(differenceSchema),
  /** What to save so that the choices hold; null while none were sent. */
  data: z.record(z.string(), z.unknown()).nullable(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const endingsQuery = { type: z.enum(revisedTypes) };

/** The issues whose approval a change to a document would end, and those that are on their way and take no change any more. */
export const endingsSchema = z.array(
  endingSchema.extend({
    /** Whether the person who asks may do that: who may not is refused when she saves. */
    mayEnd: z.boolean(),
  }),
);
export type Endings = z.infer<typeof endingsSchema>;

export const presenceRequestSchema = z.object({
  type: z.enum(revisedTypes),
  /** One page of one browser; made by the page itself. */
  tab: z.string().regex(/^[a-z0-9-]{8,64}$/i),
  /** True when the page is left. */
  leaving: z.boolean().default(false),
});

/** Who else has the document open. */
export const presenceSchema = z.strictObject({
  others: z.array(
    z.strictObject({
      name: z.string(),
      /** The person who asks, in another tab or browser. */
      self: z.boolean(),
      since: instantSchema,
    }),
  ),
  /** How often to say that the page is still open. */
  everySeconds: countSchema,
});
export type Presence = z.infer<typeof presenceSchema>;

export const versionsSchema = z.strictObject({
  /** The revision there is now. */
  current: z.int(),
  /** The newest first. */
  versions: z.array(
    z.strictObject({
      revision: z.int(),
      /** Null for a program. */
      by: z.string().nullable(),
      /** When the first of several saves was that this version stands for: all of one person, within minutes. Null where it is one. */
      since: instantSchema.nullable(),
      at: instantSchema,
      action: z.string(),
      /** What the fields that it changed are called, in the person’s language. */
      fields: z.array(z.string()),
    }),
  ),
});
/** The saves of a document that can still be looked at. */
export type Versions = z.infer<typeof versionsSchema>;

/** The routes beside the forms of documents: see `routes.ts`. */
export const revisionRoutes = {
  compareVersions: route({
    summary: 'A form that came too late beside what is there now, and what to save once a person has chosen',
    body: compareRequestSchema,
    answer: comparisonSchema,
    refusals: ['DOCUMENT_DELETED', 'DOCUMENT_FORBIDDEN', 'CHOICE_MISSING', 'BODY_TOO_LARGE'],
  }),
  listVersions: route({
    summary: 'Saves of a document, each of which compareVersions shows and gives back',
    query: z.object(endingsQuery),
    answer: versionsSchema,
    refusals: ['DOCUMENT_FORBIDDEN', 'DOCUMENT_DELETED'],
  }),
  listEndings: route({
    summary: 'Issues whose approval a change to a document would end, before anybody writes it',
    query: z.object(endingsQuery),
    answer: endingsSchema,
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  notePresence: route({
    summary: 'Say that a document is open or left, and learn who else has it open',
    body: presenceRequestSchema,
    answer: presenceSchema,
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
};
