/** Puts `+<tag>` before the `@`: an address of its own for each message (VERP). Pure. */
export function tagged(address: string, tag: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Where a number stands on the public site: `/issues/242` in the default language, `/issues/242/ar` in another.
 *
 * @param publicUrl without a final slash
 */
export function viewUrl(
  publicUrl: string,
  issue: { number: number; language: string; defaultLanguage: string },
): string {
  const base = `${publicUrl.replace(/\/+$/, '')}/issues/${issue.number}`;
  return issue.language === issue.defaultLanguage ? base : `${base}/${issue.language}`;
}
