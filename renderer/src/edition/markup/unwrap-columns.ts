/** A column across the whole width of its section: Outlook's table of one cell, and MJML's box in it. */
const soleColumn =
  /<!--\[if mso \| IE\]><table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:\w+;width:\d+px"><!\[endif\]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0;(?:text-align:left;)?(direction:rtl;)?display:inline-block;vertical-align:\w+;width:100%">/g;
const end = '</div><!--[if mso | IE]></td></tr></table><![endif]-->';

/**
 * Removes the box around each column that is alone in its section. Such a column is always as wide as the section, so its
 * box, media query and Outlook table have no effect, and a mail has about twenty of them. Its cell needs no centring either.
 */
export function unwrapColumns(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of html.matchAll(soleColumn)) {
    const [opening, rtl] = match;
    const start = match.index + opening.length;
    const next = html.indexOf('<!--[if mso | IE]>', start);
    const to = next - '</div>'.length;
    // A second column, or a conditional comment from a template: leave it unchanged.
    if (next < 0 || !html.startsWith(end, to)) continue;
    const cellAt = html.lastIndexOf('<td ', match.index);
    const cell = html.slice(cellAt, match.index);
    if (!cell.endsWith('">') || (rtl !== undefined && !cell.includes('direction:rtl'))) continue;
    parts.push(html.slice(from, cellAt), cell.replace(';text-align:center', ''), html.slice(start, to));
    from = to + end.length;
  }
  return parts.join('') + html.slice(from);
}
