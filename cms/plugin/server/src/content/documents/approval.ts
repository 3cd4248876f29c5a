import { senderIdentitySchema } from '@nachra/delivery';
import { assetSchema, editionSchema, findingSchema, languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import type { SetAside } from '../../../../shared/desk';
import { nullableField } from './stored-fields';

const actorSchema = z.object({ id: z.string(), name: z.string() });

/** One finding of a grave rule, and who approved knowing of it. */
const acknowledgementSchema = z.object({
  key: z.string(),
  rule: z.string(),
  by: actorSchema,
  at: z.string(),
});
/** See {@link acknowledgementSchema}. */
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** A warning that was left as it is, who decided that and why; under the id of that decision. */
const keptSetAsideSchema = z.object({
  ...{ id: z.number(), key: z.string(), rule: z.string() },
  ...{ by: z.string(), at: z.string(), reason: z.string() },
  /** Null also in a record of before anything was carried over. */
  carriedFrom: z.number().nullable().default(null),
});
/** See {@link keptSetAsideSchema}. */
export type KeptSetAside = z.infer<typeof keptSetAsideSchema>;

/** How a finding was set aside when it was approved; null where it was not. Pure. */
export function keptSetAside(kept: readonly KeptSetAside[], key: string): SetAside | null {
  const found = kept.find((one) => one.key === key);
  if (found === undefined) return null;
  const { id, by, at, reason, carriedFrom } = found;
  return { id, by, at, reason, carriedFrom };
}

/** How an approval passed the rule that nobody approves her own work: it held, was off, or nobody else could approve. */
const fourEyesOutcomes = ['held', 'off', 'alone'] as const;
/** One of {@link fourEyesOutcomes}. */
export type FourEyesOutcome = (typeof fourEyesOutcomes)[number];

/** An approval stands until a reason ends it; an issue that was sent keeps its own. */
export type ApprovalEnd = 'void' | 'withdrawn' | 'replaced' | 'corrected';

/** Document ids of all that an approved edition contained: its own, and what all issues share. */
const containedSchema = z.object({ issue: z.array(z.string()), brand: z.array(z.string()) });
/** See {@link containedSchema}. */
export type Contained = z.infer<typeof containedSchema>;

/** An edition as a record holds it: its pictures lie in the asset store, under the names they have here. */
const frozenEditionSchema = editionSchema.extend({
  assets: z.array(assetSchema.omit({ base64: true })),
});
/** See {@link frozenEditionSchema}. */
export type FrozenEdition = z.infer<typeof frozenEditionSchema>;

const frozenText = z.string().transform((text) => frozenEditionSchema.parse(JSON.parse(text)));

/** `plugin::newsletter.approval`: what somebody consented to, as it leaves. Nothing of it is ever rendered again. */
export const approvalSchema = z.object({
  id: z.number(),
  /** What the ledger knows it by: issue and moment, so that no restored database gives it to another one. */
  name: z.string(),
  /** Document id of the issue. */
  issue: z.string(),
  number: z.number(),
  language: languageSchema,
  /** Digest of edition and sender: what the person saw on the screen and named. */
  seal: z.string(),
  /** Digest of what the edition was made of: while the issue's content has it, the approval holds. */
  content: z.string(),
  edition: frozenText,
  /** Names of all pictures that the edition shows, in the asset store. */
  pictures: z.array(z.string()),
  sender: senderIdentitySchema,
  findings: z.array(findingSchema),
  acknowledgements: z.array(acknowledgementSchema),
  /** Empty in a record of before there was any. */
  setAside: z
    .array(keptSetAsideSchema)
    .nullish()
    .transform((kept) => kept ?? []),
  fourEyes: z.enum(fourEyesOutcomes),
  /** Null in a record of before it was kept. */
  contained: nullableField(containedSchema),
  approvedById: z.string(),
  approvedByName: z.string(),
  approvedAt: z.coerce.date(),
  /** Number of the journal's last entry when it was judged: what came later has a higher one. Null in a record of before it was kept. */
  journalEntry: nullableField(z.number()),
});
/** See {@link approvalSchema}. */
export type ApprovalRecord = z.infer<typeof approvalSchema>;
