import { z } from 'zod';

/** Strapi stores an empty field as null, as '' or not at all; here all three are undefined. */
export const textField = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ? value : undefined));

/** A plain optional value: number, date or enumeration. */
export function optionalField<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** The same for what is told as null where there is none. */
export function nullableField<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A row as loaded, with a value where a field was never set. */
export function filledIn(row: object | null, field: string, value: unknown): object {
  const stored: unknown = row === null ? null : Reflect.get(row, field);
  return { ...row, [field]: stored ?? value };
}

/** Blocks JSON, read by the renderer's own schema later on; an empty field is an empty body. */
export const bodyField = z
  .array(z.unknown())
  .nullish()
  .transform((value) => value ?? []);

const formatSchema = z.object({ url: z.string(), width: z.number(), height: z.number() });

/** A file of the media library, as far as a mail needs it. */
export const mediaSchema = z.object({
  documentId: textField,
  url: z.string(),
  alternativeText: textField,
  caption: textField,
  width: optionalField(z.number()),
  height: optionalField(z.number()),
  formats: optionalField(z.record(z.string(), formatSchema.optional().catch(undefined))),
});
export type Media = z.infer<typeof mediaSchema>;
