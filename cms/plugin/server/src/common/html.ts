const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that was made here, as opposed to text that has yet to be escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | Html | readonly Html[];

/** Writes HTML: whatever is put in is escaped, unless it was made by this same tag. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, index) => part + markupOf(values[index] ?? '')).join(''));
}

function markupOf(value: Value): string {
  if (value instanceof Html) return value.markup;
  if (typeof value !== 'string') return value.map(({ markup }) => markup).join('');
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
