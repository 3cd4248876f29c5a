import {
  bodySchema,
  describeProblems,
  hasDeepLists,
  isTooDeep,
  mostBodyCharacters,
  mostLevels,
  mostListLevels,
  type IssueProblem,
} from '@nachra/renderer';
import type { z } from 'zod';
import type { SaveProblem } from '../../common/save-problem';

/** The field of bodies, which is JSON to Strapi: it refuses nothing in it. */
export const bodyField = 'plugin::newsletter.body';

/** Stands before addresses of the installation's own, which are stored without a host and made absolute for a mail. */
const someHost = 'https://host.invalid';

/** Keys beyond the contract that Strapi's editor wrote, by the type of their node; the renderer takes no notice of them. */
const strapisOwn: Readonly<Record<string, readonly string[]>> = {
  link: ['rel', 'target'],
  list: ['indentLevel'],
};
const known: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'bold', 'italic', 'underline', 'strikethrough', 'code'],
  link: ['url'],
  heading: ['level'],
  code: ['language'],
  image: ['image'],
  list: ['format'],
  table: ['headerRow'],
};
/** Of a file of the media library, a copy of which Strapi's editor put into each picture. */
const ofFiles = new Set([
  ...[
    'url',
    'alternativeText',
    'caption',
    'width',
    'height',
    'crop',
    'name',
    'formats',
    'hash',
    'ext',
    'mime',
    'size',
  ],
  ...[
    'previewUrl',
    'provider',
    'provider_metadata',
    'id',
    'documentId',
    'createdAt',
    'updatedAt',
    'publishedAt',
  ],
  ...['locale', 'focalPoint', 'folder', 'folderPath', 'isUrlSigned', 'related', 'createdBy', 'updatedBy'],
]);
/** Characters of a picture's copied file, as JSON; Strapi’s with four formats have some 2,000. */
const mostOfFile = 10_000;

/**
 * What keeps a body from being stored: anything that the contract's grammar has not. A body may be unfinished, and name its
 * pictures and pages without a host. Nothing is taken out of it.
 */
export function bodyProblems(
  body: unknown,
  path: string[],
  name: { uid: string; field: string },
): SaveProblem[] {
  if (Array.isArray(body) && hasDeepLists(body))
    return [{ path, code: 'LIST_TOO_DEEP', data: { ...name, limit: mostListLevels } }];
  const invalid = (block: number | null, problem: IssueProblem): SaveProblem => ({
    path,
    code: 'BODY_INVALID',
    data: { ...name, block, problem },
  });
  if (isTooDeep(body))
    return [invalid(null, { path: '', code: 'too-deep', values: { maximum: mostLevels } })];
  if (Array.isArray(body) && charactersIn(body) > mostBodyCharacters)
    return [{ path, code: 'TEXT_TOO_LONG', data: { ...name, limit: mostBodyCharacters } }];
  if (!Array.isArray(body)) {
    const [problem] = problemsOf(bodySchema, body, []);
    return problem ? [invalid(null, problem)] : [];
  }
  // Up to the first that is wrong: a megabyte of brackets is a third of a million of them.
  for (const [index, block] of (body as unknown[]).entries()) {
    const [problem] = problemsOf(bodySchema.element, readied(block), [index]);
    if (problem) return [invalid(index + 1, problem)];
    const strange = strangeKey(block as Node);
    if (strange !== null) return [invalid(index + 1, { path: strange, code: 'unknown-field', values: {} })];
  }
  return [];
}

type Node = Readonly<Record<string, unknown>>;

function problemsOf(schema: z.ZodType, value: unknown, above: readonly number[]): IssueProblem[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  const [issue] = error?.issues ?? [];
  return issue ? describeProblems([{ ...issue, path: [...above, ...issue.path] }]) : [];
}

/** As the contract would be given it: addresses with a host, and one empty text where there is none yet. */
function readied(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(readied);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]: [string, unknown]) => {
    if (key === 'url' && typeof value === 'string' && /^\/(?!\/)/.test(value)) return [key, someHost + value];
    const isEmpty = key === 'children' && Array.isArray(value) && value.length === 0;
    return [key, isEmpty && holdsText(node as Node) ? [{ type: 'text', text: '' }] : readied(value)];
  });
  return Object.fromEntries(entries);
}

function holdsText({ type }: Node): boolean {
  return type !== 'list' && type !== 'table' && type !== 'table-row';
}

/** The first key in a valid block that neither the contract nor Strapi's editor has; null where there is none. */
function strangeKey(node: Node): string | null {
  const type = String(node['type']);
  const allowed = ['type', 'children', ...(known[type] ?? []), ...(strapisOwn[type] ?? [])];
  for (const [key, value] of Object.entries(node)) {
    const isKnown = key === 'children' ? type !== 'text' : allowed.includes(key);
    if (!isKnown) return key;
    if (key === 'image') {
      const strange = Object.keys(value as Node).find((name) => !ofFiles.has(name));
      if (strange !== undefined) return `image.${strange}`;
      if (JSON.stringify(value).length > mostOfFile) return 'image';
    }
    if (key !== 'children') continue;
    for (const child of value as Node[]) {
      const strange = strangeKey(child);
      if (strange !== null) return strange;
    }
  }
  return null;
}

/** The characters of all texts in blocks, walked without recursion. */
function charactersIn(blocks: readonly unknown[]): number {
  let [characters, nodes]: [number, unknown[]] = [0, [...blocks]];
  while (nodes.length > 0) {
    const inside: unknown[] = [];
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue;
      const { text, children } = node as { text?: unknown; children?: unknown };
      if (typeof text === 'string') characters += text.length;
      if (Array.isArray(children)) for (const child of children) inside.push(child);
    }
    nodes = inside;
  }
  return characters;
}
