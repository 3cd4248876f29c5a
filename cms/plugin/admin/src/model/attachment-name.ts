/**
 * The file name in a Content-Disposition header; the one in UTF-8 if there are two. Null when it names none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6266#section-4.3
 * @example attachmentName("attachment; filename=\"x.csv\"") // 'x.csv'
 */
export function attachmentName(contentDisposition: string): string | null {
  const encoded = /;\s*filename\*=UTF-8''([^;]+)/i.exec(contentDisposition)?.[1];
  if (encoded !== undefined) return decoded(encoded.trim());
  const [, quoted, bare] = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(contentDisposition) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? bare ?? null;
}

/** Null for what is not percent-encoded UTF-8. */
function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
