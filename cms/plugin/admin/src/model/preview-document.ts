/**
 * Nothing of a mail may run or be fetched in the desk except what a mail client would fetch: pictures. The frame is
 * sandboxed too; this holds where a browser's sandbox would let something through (styles that import, web fonts).
 */
const POLICY =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** Links would open inside the frame; aimed at a new window they do nothing, for the sandbox allows none. */
const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">`;

/** A mail's HTML as the document of a sandboxed frame, with a content security policy before anything else. */
export function previewDocument(html: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) return `<!doctype html><html><head>${HEAD}</head><body>${html}</body></html>`;
  const end = head.index + head[0].length;
  return html.slice(0, end) + HEAD + html.slice(end);
}
