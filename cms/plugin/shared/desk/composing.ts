import { articleKindSchema, directions, languageSchema, mendSchema } from '@nachra/renderer';
import { z } from 'zod';
import { route } from './describe-route';
import { articleFormSchema, dashboardFormSchema, issueFormSchema, pictureFormSchema } from './forms';
import { findingSchema } from './findings';
import { siblingsSchema, stageSchema } from './issues';
import { isModest } from './modest';
import { tileSchema, tilesRequestSchema } from './tiles';
import { countSchema, idSchema, pageOf, pageQuery } from './wire-values';

const revisionSchema = z.int().min(1);

/** Whether an article can be sent as it is drafted: it was never published, was changed since, or is as published. */
export const articleStateSchema = z.enum(['draft', 'modified', 'published']);
export type ArticleState = z.infer<typeof articleStateSchema>;

const composedArticleSchema = z.strictObject({
  documentId: idSchema,
  revision: revisionSchema,
  state: articleStateSchema,
  form: articleFormSchema,
});

/** An issue with all that is written in it, as forms have it: what the composer begins from. */
const compositionSchema = z.strictObject({
  /** Name of the newsletter. */
  title: z.string(),
  issue: z.strictObject({
    documentId: idSchema,
    number: z.int(),
    language: languageSchema,
    stage: stageSchema,
    revision: revisionSchema,
    form: issueFormSchema,
  }),
  articles: z.array(composedArticleSchema),
  dashboards: z.array(
    z.strictObject({ documentId: idSchema, revision: revisionSchema, form: dashboardFormSchema }),
  ),
  siblings: siblingsSchema,
  /** The kind that most articles of a rubric had in the number before, by its heading. */
  usualKinds: z.array(z.strictObject({ heading: z.string(), kind: articleKindSchema })),
  /** What the person may save. */
  may: z.strictObject({ issue: z.boolean(), article: z.boolean(), dashboard: z.boolean() }),
});
export type Composition = z.infer<typeof compositionSchema>;

/** Documents that one request may lay over what is stored. */
const mostDocuments = 500;
const overlaysOf = <Form extends z.ZodType>(form: Form) =>
  z.record(idSchema, form).refine((overlays) => Object.keys(overlays).length <= mostDocuments);

/** What is typed and not saved, by document: only the fields that differ. */
const liveRequestSchema = z
  .strictObject({
    /** Names the page that asks, among all that the person has open: its newest request takes the place of an older one. */
    page: z.string().min(1).max(64),
    issue: issueFormSchema.default({}),
    articles: overlaysOf(articleFormSchema).default({}),
    dashboards: overlaysOf(dashboardFormSchema).default({}),
  })
  .refine(isModest);
export type LiveRequest = z.input<typeof liveRequestSchema>;

const shownDocumentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('article'), form: articleFormSchema }),
  z.strictObject({ type: z.literal('dashboard'), form: dashboardFormSchema }),
]);

/** A document as the content manager's form has it, saved or not. */
const liveDocumentRequestSchema = z
  .strictObject({
    page: z.string().min(1).max(64),
    /** Null while it was never saved. */
    documentId: idSchema.nullable(),
    /** That of its text, as far as one is chosen; a mail of its own is in it. */
    language: languageSchema.nullable(),
    /** In whose mail it is to be seen, where it stands in several. */
    issue: idSchema.nullable().default(null),
    document: shownDocumentSchema,
  })
  .refine(isModest);
export type LiveDocumentRequest = z.input<typeof liveDocumentRequestSchema>;

const standingSchema = z.strictObject({ documentId: idSchema, number: z.int(), language: languageSchema });
/** In which mail a document is shown. */
const liveStandSchema = z.strictObject({
  /** Null for a mail of its own: it is in no issue, or in none that the person may read. */
  issue: standingSchema.nullable(),
  /** Issues in whose mail it can be seen: those that are still written first, then the newest. */
  issues: z.array(standingSchema),
  /** Path of the document in the mail: `sections[2].articles[0]`. */
  place: z.string(),
});
export type LiveStand = z.infer<typeof liveStandSchema>;

/** Something to be said of a place in the issue, in the person's language. */
const liveNoteSchema = z.strictObject({
  /** Path in the contract's terms: `sections[2].articles[0].title`; empty for the whole. */
  at: z.string(),
  /** A `problem` keeps it from being an issue; the others are findings of the quick preflight. */
  severity: z.enum(['problem', 'error', 'warning']),
  message: z.string(),
  remedy: z.string(),
  /** Of a finding, what it is set aside by; null of a problem. */
  finding: findingSchema.pick({ key: true, maySetAside: true, setAside: true }).nullable(),
  /** What it is mended by, where there is one right value; nothing is, where another text stands by now. */
  mend: mendSchema.nullable(),
});
export type LiveNote = z.infer<typeof liveNoteSchema>;

const liveMailSchema = z.strictObject({
  /**
   * The mail, filled for a sample reader; pieces of it begin with an empty `<i data-place="…">`. What is not complete stands in it
   * as far as it can be shown.
   */
  html: z.string(),
  text: z.string(),
  subject: z.string(),
  preheader: z.string(),
  direction: z.enum(directions),
  sizeBytes: countSchema,
  notes: z.array(liveNoteSchema),
});
export type LiveMail = z.infer<typeof liveMailSchema>;

const usedInSchema = z.array(z.strictObject({ number: z.int(), language: languageSchema }));

const choiceSchema = z.strictObject({
  documentId: idSchema,
  title: z.string(),
  kind: articleKindSchema.nullable(),
  language: languageSchema,
  author: z.string().nullable(),
  picture: pictureFormSchema.pick({ url: true, alternativeText: true }).nullable(),
  state: articleStateSchema,
  updatedAt: z.string(),
  /** Issues that contain it, the newest first. */
  usedIn: usedInSchema,
});
/** An article as the picker shows it. */
export type ArticleChoice = z.infer<typeof choiceSchema>;

const choiceQuery = z.object({
  ...pageQuery,
  /** Words of the title. */
  search: z.string().trim().max(200).optional(),
  language: languageSchema.optional(),
  kind: articleKindSchema.optional(),
  /** `yes`: only those that no issue contains. */
  unused: z.enum(['yes', 'no']).default('no'),
  /** Written or changed on that day or later. */
  since: z.iso.date().optional(),
});

const dashboardChoiceSchema = z.strictObject({
  documentId: idSchema,
  title: z.string(),
  /** The day that its figures are of; null where none is written. */
  asOf: z.iso.date().nullable(),
  updatedAt: z.string(),
  /** Issues that contain it, the newest first. */
  usedIn: usedInSchema,
});
/** A dashboard as the picker shows it: many have the same title. */
export type DashboardChoice = z.infer<typeof dashboardChoiceSchema>;

const dashboardQuery = z.object({
  ...pageQuery,
  /** Words of the title. */
  search: z.string().trim().max(200).optional(),
  /** With figures as of that day or later, and of that one or earlier. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

/** The routes that the composer works with: see `routes.ts`. */
export const composingRoutes = {
  readComposition: route({
    summary: 'An issue with all that is written in it, as its forms have it',
    answer: compositionSchema,
    refusals: ['ISSUE_UNKNOWN'],
  }),
  showLive: route({
    summary: 'The mail with what is typed laid over what is stored; stores nothing',
    body: liveRequestSchema,
    /** Null where a newer request of the same page took its place, or there were too many: it is to be asked again. */
    answer: z.strictObject({ mail: liveMailSchema.nullable() }),
    refusals: ['ISSUE_UNKNOWN', 'DOCUMENT_FORBIDDEN'],
  }),
  showLiveDocument: route({
    summary:
      'An article or a dashboard as its form has it, in the mail of its issue or in one of its own; stores nothing',
    body: liveDocumentRequestSchema,
    /** Both null where a newer request of the same page took its place, or there were too many: it is to be asked again. */
    answer: z.strictObject({ mail: liveMailSchema.nullable(), stand: liveStandSchema.nullable() }),
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  listArticles: route({
    summary: 'Articles to choose from, the one changed last first',
    query: choiceQuery,
    answer: pageOf(choiceSchema),
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  listDashboards: route({
    summary: 'Dashboards to choose from, that of the newest figures first',
    query: dashboardQuery,
    answer: pageOf(dashboardChoiceSchema),
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  showTiles: route({
    summary: 'What the tiles of a dashboard say in a language, as it is typed; stores nothing',
    body: tilesRequestSchema,
    /** Group by group, a tile for each marked row; null where the figures are none yet. */
    answer: z.strictObject({ tiles: z.array(z.array(tileSchema)).nullable() }),
  }),
};
