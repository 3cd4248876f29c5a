/** An MJML document taken apart at what stands directly in its body. */
export interface MjmlParts {
  /** The head and the body's opening tag. */
  opening: string;
  /** Sections and wrappers, in order, each whole. */
  parts: string[];
  closing: string;
}

/** What MJML compiles for itself alone; others put styles of their own into the head, for all. */
const independent = /^mj-(?:section|wrapper|group|column|text|table|button|divider|spacer|raw)$/;
/** What reaches from the head into every part. */
const reaching = /inline="inline"|<mj-html-attributes/;
const tags = /<(\/?)(mj-[a-z-]+)(?:"[^"]*"|'[^']*'|[^"'>])*>/g;

/** @returns null when a part may depend on another, or when the document is not well-formed: then MJML gets it whole */
export function splitMjml(mjml: string): MjmlParts | null {
  const body = /<mj-body\b(?:"[^"]*"|[^">])*>/.exec(mjml);
  const end = mjml.lastIndexOf('</mj-body>');
  if (!body || end < body.index) return null;
  const opening = mjml.slice(0, body.index + body[0].length);
  if (reaching.test(opening)) return null;
  const content = mjml.slice(opening.length, end);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of content.matchAll(tags)) {
    const [tag, slash, name = ''] = match;
    if (!independent.test(name)) return null;
    if (tag.endsWith('/>')) continue;
    depth += slash === '/' ? -1 : 1;
    if (depth < 0) return null;
    if (depth > 0 || slash !== '/') continue;
    const to = match.index + tag.length;
    parts.push(content.slice(from, to));
    from = to;
  }
  const rest = content.slice(from);
  return depth === 0 && rest.trim() === '' ? { opening, parts, closing: rest + mjml.slice(end) } : null;
}
