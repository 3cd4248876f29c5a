import { sha256 } from '../../contract/canonical-json';
import { columnRules, rulesNeeded, withColumnRules, type ColumnRules } from './column-styles';
import { compileMjml } from './compile-mjml';
import { finishHtml } from './finish-html';
import type { Memory } from '../memory';
import { splitMjml, type MjmlParts } from './split-mjml';

/** A part of a mail, compiled and finished. */
export interface CompiledPart {
  html: string;
  /** The rules that its columns need in the head. */
  columns: ColumnRules;
}

/** Stands between two parts while they are compiled; authors' `<` are escaped, so they cannot write it. */
const mark = '<nachra-part></nachra-part>';
/** Stands for the nonce, which is another one after every change, so that parts with slots can be remembered too. */
const standIn = 'nonceofthisissuehere';
/** Where Outlook's table of one section ends and the next begins: one comment says both. */
const seam = '<![endif]--><!--[if mso | IE]>';

/**
 * Makes a mail's HTML from its MJML. MJML is the dearest pass by far, and compiles each section for itself: so what the
 * memory knows is not compiled again, and the rest is, in one go. With any memory or none, the bytes are the same.
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: MJML refuses the mail
 */
export async function makeHtml(
  mjml: string,
  { direction, nonce }: { direction: 'ltr' | 'rtl'; nonce: string },
  memory: Memory<CompiledPart> | null,
): Promise<string> {
  if (memory === null || mjml.includes(standIn)) return makeWhole(mjml, direction);
  const split = splitMjml(mjml.replaceAll(nonce, standIn));
  if (split === null) return makeWhole(mjml, direction);
  const html = await makeFromParts(split, direction, memory);
  return html.replaceAll(standIn, nonce);
}

async function makeWhole(mjml: string, direction: 'ltr' | 'rtl'): Promise<string> {
  const html = finishHtml(await compileMjml(mjml), direction);
  return withColumnRules(html, rulesNeeded(html, columnRules(html)));
}

async function makeFromParts(
  split: MjmlParts,
  direction: 'ltr' | 'rtl',
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

/** A part is compiled from itself, from the head but for what only the head prints, and from the body's attributes. */
function keysOf({ opening, parts }: MjmlParts): string[] {
  const common = sha256(opening.replace(/<mj-(title|preview)>[\s\S]*?<\/mj-\1>/g, ''));
  return parts.map((part) => common + part);
}

async function compileParts(split: MjmlParts, parts: string[], direction: 'ltr' | 'rtl') {
  const between = `<mj-raw>${mark}</mj-raw>`;
  const some = [split.opening, ...parts, split.closing].join(between);
  const html = await compileMjml(some).catch(async (error: unknown) => {
    // What MJML says of the whole names the lines as they are there.
    await compileMjml([split.opening, ...split.parts, split.closing].join(''));
    throw error;
  });
  const [head = '', ...bodies] = finishHtml(html, direction).split(mark);
  return { head, bodies, foot: bodies.pop() ?? '' };
}
