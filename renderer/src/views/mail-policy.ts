/**
 * The content security policy of a page that holds a mail's HTML, wherever it is shown: inline styles and pictures,
 * nothing that runs, sends or embeds, and an origin of its own (`sandbox`), even when it is opened by itself.
 *
 * @param images sources of CSP for pictures: `https: data:`, or `'none'`
 * @see https://www.w3.org/TR/CSP3/
 */
export function mailPolicy(images: string): string {
  return `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox`;
}
