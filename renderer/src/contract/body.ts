import { z } from 'zod';
import { imageUrlSchema, linkUrlSchema } from './primitives';

const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

const linkNodeSchema = z.object({
  type: z.literal('link'),
  url: linkUrlSchema,
  children: z.array(textNodeSchema).min(1),
});

const inlineNodeSchema = z.discriminatedUnion('type', [textNodeSchema, linkNodeSchema]);

const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  children: z.array(inlineNodeSchema).min(1),
});
const headingSchema = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  children: z.array(inlineNodeSchema).min(1),
});
const quoteSchema = z.object({ type: z.literal('quote'), children: z.array(inlineNodeSchema).min(1) });
const codeSchema = z.object({
  type: z.literal('code'),
  language: z.string().nullish(),
  children: z.array(inlineNodeSchema).min(1),
});
const imageBlockSchema = z.object({
  type: z.literal('image'),
  image: z.object({
    url: imageUrlSchema,
    alternativeText: z.string().nullish(),
    caption: z.string().nullish(),
    width: z.number().nullish(),
    height: z.number().nullish(),
  }),
  children: z.array(inlineNodeSchema),
});
const listItemSchema = z.object({ type: z.literal('list-item'), children: z.array(inlineNodeSchema).min(1) });

export interface ListBlock {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (z.infer<typeof listItemSchema> | ListBlock)[];
}

const listSchema: z.ZodType<ListBlock> = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  get children(): z.ZodType<ListBlock['children']> {
    return z.array(z.union([listItemSchema, listSchema])).min(1);
  },
});

/**
 * The body of an article: Strapi's Blocks JSON, a closed grammar that is rendered and escaped node by node. The contract
 * accepts no HTML from an author.
 *
 * @see https://docs.strapi.io/cms/features/content-manager (Rich text, Blocks)
 */
export const bodySchema = z.array(
  z.union([paragraphSchema, headingSchema, quoteSchema, codeSchema, imageBlockSchema, listSchema]),
);

export type TextNode = z.infer<typeof textNodeSchema>;
export type InlineNode = z.infer<typeof inlineNodeSchema>;
/** The blocks of a body, in order. */
export type Body = z.infer<typeof bodySchema>;
/** One block of a body: a paragraph, a heading, a quote, code, a picture or a list. */
export type Block = Body[number];
