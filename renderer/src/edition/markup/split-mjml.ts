/** An MJML document split at the direct children of its body. */
export interface MjmlParts {
  /** The head and the body's opening tag. */
  opening: string;
  /** Complete sections and wrappers, in order. */
  parts: string[];
  closing: string;
}

/** Elements that MJML compiles independently; others add styles to the head. */
const independent = /^mj-(?:section|wrapper|group|column|text|table|button|divider|spacer|raw)$/;
/** Features of the head that affect every part. */
const reaching = /inline="inline"|<mj-html-attributes/;
const tags = /<(\/?)(mj-[a-z-]+)(?:"[^"]*"|'[^']*'|[^"'>])*>/g;

/** @returns null if a part may depend on another, or if the document is not well-formed: MJML must then compile the whole */
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
