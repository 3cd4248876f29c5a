/**
 * Arabic words for Strapi's pages, which read from the left: a sentence with Latin letters, values or marks in it keeps its own order there.
 */
export function fromRight(words: Readonly<Record<string, string>>): Record<string, string> {
  const mixed = /[A-Za-z{.:؟!…)]/;
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, mixed.test(text) ? `\u2067${text}\u2069` : text]),
  );
}
