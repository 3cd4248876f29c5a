/**
 * A reader's HTML as the page behind “read in the browser”: there a dashboard shows the periods that the mail has no room for.
 *
 * @param html of a personalised edition
 * @returns the same document with one class, which its own styles know
 * @example asWebPage(personalise(edition, reader).html)
 */
export function asWebPage(html: string): string {
  return html.replace(/<html(?=[ >])/, '<html class="web"');
}
