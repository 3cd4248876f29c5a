import { z } from 'zod';
import { cropSchema } from './framing';
import { imageUrlSchema, linkUrlSchema, plainText } from './primitives';
import { problemParams } from './problems';

/** How many characters a piece of a body may have: a long feature has 20,000 in all. */
export const mostBodyCharacters = 100_000;

/** How many lists may lie in each other; Strapi's editor makes six. */
export const mostListLevels = 10;

/** How many columns a table of text may have: more cannot be read in a mail. */
export const mostTableColumns = 8;

/** How many rows a table of text may have, with its header row. */
export const mostTableRows = 60;

const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().max(mostBodyCharacters),
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
  language: plainText.nullish(),
  children: z.array(inlineNodeSchema).min(1),
});
const imageBlockSchema = z.object({
  type: z.literal('image'),
  image: z.object({
    url: imageUrlSchema,
    alternativeText: plainText.nullish(),
    caption: plainText.nullish(),
    width: z.number().nullish(),
    height: z.number().nullish(),
    /** A picture in a body keeps the sides of what may be seen. */
    crop: cropSchema.nullish(),
    cut: z.boolean().optional(),
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

const outerListSchema = listSchema.refine((list) => !hasDeepLists([list]), {
  params: problemParams('too-deep', { maximum: mostListLevels }),
});

/**
 * Whether lists lie in each other more than {@link mostListLevels} deep, in blocks of any shape. They are walked level by level:
 * what is too deep may be deep enough to end a recursion.
 */
export function hasDeepLists(blocks: readonly unknown[]): boolean {
  let lists = blocks.filter(isList);
  for (let level = 1; lists.length > 0; level += 1) {
    if (level > mostListLevels) return true;
    lists = lists.flatMap(({ children }) => (Array.isArray(children) ? children.filter(isList) : []));
  }
  return false;
}

function isList(node: unknown): node is { children?: unknown } {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'list';
}

const tableCellSchema = z.object({
  type: z.literal('table-cell'),
  /** One text node `''` for an empty cell. */
  children: z.array(inlineNodeSchema).min(1),
});
const tableRowSchema = z.object({
  type: z.literal('table-row'),
  children: z.array(tableCellSchema).min(1).max(mostTableColumns),
});

/**
 * A table of text. Every row has as many cells as the first: a shifted row would say something under the heading of something
 * else.
 */
const tableSchema = z
  .object({
    type: z.literal('table'),
    /** Whether the first row holds the headings of the columns. */
    headerRow: z.boolean(),
    children: z.array(tableRowSchema).min(1).max(mostTableRows),
  })
  .superRefine(({ children: rows }, context) => {
    const wanted = rows[0]?.children.length ?? 0;
    rows.forEach(({ children: cells }, index) => {
      if (cells.length === wanted) return;
      context.addIssue({
        code: 'custom',
        path: ['children', index, 'children'],
        params: problemParams('cell-count', { row: index + 1, expected: wanted, got: cells.length }),
      });
    });
  });

/**
 * The body of an article: Strapi's Blocks JSON and tables of text, a closed grammar that is rendered and escaped node by
 * node. The contract accepts no HTML from an author.
 *
 * @see https://docs.strapi.io/cms/features/content-manager (Rich text, Blocks)
 */
export const bodySchema = z.array(
  z.union([
    paragraphSchema,
    headingSchema,
    quoteSchema,
    codeSchema,
    imageBlockSchema,
    outerListSchema,
    tableSchema,
  ]),
);

export type TextNode = z.infer<typeof textNodeSchema>;
export type InlineNode = z.infer<typeof inlineNodeSchema>;
/** The blocks of a body, in order. */
export type Body = z.infer<typeof bodySchema>;
/** One block of a body: a paragraph, a heading, a quote, code, a picture, a list or a table. */
export type Block = Body[number];
export type TableBlock = z.infer<typeof tableSchema>;
