import { sha256 } from '../../contract/canonical-json';
import { columnRules, rulesNeeded, withColumnRules, type ColumnRules } from './column-styles';
import { compileMjml } from './compile-mjml';
import { finishHtml } from './finish-html';
import type { Memory } from '../../memory';
import { splitMjml, type MjmlParts } from './split-mjml';
import type { Direction } from '../../contract/primitives';

/** A compiled and finished part of a mail. */
export interface CompiledPart {
  html: string;
  /** The rules in the head that its columns need. */
  columns: ColumnRules;
}

/** Separates two parts while they are compiled. Authors cannot write it, because their `<` are escaped. */
const mark = '<nachra-part></nachra-part>';
/** Replaces the nonce, which changes with every change of the issue, so that parts with slots can be cached too. */
const standIn = 'nonceofthisissuehere';
/** The end of one section's Outlook table and the start of the next, which fit in one comment. */
const seam = '<![endif]--><!--[if mso | IE]>';

/**
 * Makes a mail's HTML from its MJML. Compiling MJML is by far the slowest step, and each section compiles independently:
 * sections found in the memory are reused, the others are compiled in one call. The bytes are the same with or without a
 * memory.
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: MJML refuses the mail
 */
export async function makeHtml(
  mjml: string,
  { direction, nonce }: { direction: Direction; nonce: string },
  memory: Memory<CompiledPart> | null,
): Promise<string> {
  if (memory === null || mjml.includes(standIn)) return makeWhole(mjml, direction);
  const split = splitMjml(mjml.replaceAll(nonce, standIn));
  if (split === null) return makeWhole(mjml, direction);
  const html = await makeFromParts(split, direction, memory);
  return html.replaceAll(standIn, nonce);
}

async function makeWhole(mjml: string, direction: Direction): Promise<string> {
  const html = finishHtml(await compileMjml(mjml), direction);
  return withColumnRules(html, rulesNeeded(html, columnRules(html)));
}

async function makeFromParts(
  split: MjmlParts,
  direction: Direction,
  memory: Memory<CompiledPart>,
): Promise<string> {
  const keys = keysOf(split);
  const known = new Map<string, CompiledPart>();
  const missing = new Map<string, string>();
  keys.forEach((key, at) => {
    const part = memory.get(key);
    if (part) known.set(key, part);
    else missing.set(key, split.parts[at] ?? '');
  });
  const { head, bodies, foot } = await compileParts(split, [...missing.values()], direction);
  const rules = columnRules(head);
  [...missing.keys()].forEach((key, at) => {
    const html = bodies[at] ?? '';
    const part = { html, columns: rulesNeeded(html, rules) };
    known.set(key, part);
    memory.set(key, part);
  });
  const parts = keys.flatMap((key) => known.get(key) ?? []);
  const needed: ColumnRules = new Map(parts.flatMap(({ columns }) => [...columns]));
  const body = parts.map(({ html }) => html).join('') + foot;
  return withColumnRules(head, needed) + body.replaceAll(seam, '');
}

/** A part depends on itself, on the body's attributes, and on the head without its title and preview text. */
function keysOf({ opening, parts }: MjmlParts): string[] {
  const common = sha256(opening.replace(/<mj-(title|preview)>[\s\S]*?<\/mj-\1>/g, ''));
  return parts.map((part) => common + part);
}

async function compileParts(split: MjmlParts, parts: string[], direction: Direction) {
  const between = `<mj-raw>${mark}</mj-raw>`;
  const some = [split.opening, ...parts, split.closing].join(between);
  const html = await compileMjml(some).catch(async (error: unknown) => {
    // Compile the whole mail, so that MJML's complaints have its line numbers.
    await compileMjml([split.opening, ...split.parts, split.closing].join(''));
    throw error;
  });
  const [head = '', ...bodies] = finishHtml(html, direction).split(mark);
  return { head, bodies, foot: bodies.pop() ?? '' };
}
