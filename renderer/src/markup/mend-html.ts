/**
 * Mends what MJML 5.4 gets wrong: `height="auto"` on pictures is no valid HTML (Nu checker), and Outlook's VML pictures
 * lack the alternative text that accessibility checkers ask for.
 */
export function mendHtml(html: string): string {
  return html
    .replace(/(<img\b[^>]*?)\s+height="auto"/g, '$1')
    .replace(/<v:(image|rect|fill|roundrect)\b(?![^>]*\balt=)/g, '<v:$1 alt=""');
}
