/**
 * Mends what MJML 5.4 gets wrong: `height="auto"` on pictures is no valid HTML (Nu checker), and Outlook's VML pictures
 * lack the alternative text that accessibility checkers ask for. It also says much twice or for nothing, which in a mail of
 * thirty sections is three kibibytes: each background twice, empty styles, defaults, classes that no style names.
 */
export function mendHtml(html: string): string {
  const mended = html
    .replace(/(<img\b[^>]*?)\s+height="auto"/g, '$1')
    .replace(/background:(#[0-9a-f]{6});background-color:\1/gi, 'background-color:$1')
    .replace(/(<td) class=""/g, '$1')
    .replace(/(<table\b[^>]*?) style=""/g, '$1')
    .replace(/(style="[^"]*?)table-layout:auto;/g, '$1')
    .replace(/ class="[\w-]+-outlook"/g, '')
    .replace(/<v:(image|rect|fill|roundrect)\b(?![^>]*\balt=)/g, '<v:$1 alt=""');
  // MJML aligns every column left, whatever its direction; each text of ours says its own alignment.
  if (/<html\b[^>]*\bdir="rtl"/.test(mended))
    return mended.replaceAll('text-align:left;direction:rtl', 'direction:rtl');
  // Every column repeats the direction of the whole; only a right-to-left mail has clients that need to be told again.
  return mended.replace(/(style="[^"]*?)direction:ltr;/g, '$1');
}
