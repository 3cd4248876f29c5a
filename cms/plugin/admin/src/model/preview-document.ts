/**
 * Nothing of a mail may run or be fetched in the desk except what a mail client would fetch: pictures. The frame is
 * sandboxed too; this holds where a browser's sandbox would let something through (styles that import, web fonts).
 */
const POLICY =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** Links would open inside the frame; aimed at a new window they do nothing, for the sandbox allows none. */
const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">`;

/**
 * A mail's HTML as the document of a sandboxed frame, with a content security policy before anything else. Its links lead nowhere there, so
 * the Tab key passes them by: the frame is one stop.
 */
export function previewDocument(html: string): string {
  const still = html.replace(/<a(?=\s)/gi, '<a tabindex="-1"');
  const head = /<head(?:\s[^>]*)?>/i.exec(still);
  if (!head) return `<!doctype html><html><head>${HEAD}</head><body>${still}</body></html>`;
  const end = head.index + head[0].length;
  return still.slice(0, end) + HEAD + still.slice(end);
}
