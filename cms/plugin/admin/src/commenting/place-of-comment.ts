import type { EditionPreview } from '../../../shared/desk';

/** The nearest place to a piece of the mail that can be commented on: itself, or what it is part of; the issue at last. Pure. */
export function nearestPlace(place: string | null, places: readonly string[]): string {
  for (let sought = place ?? ''; sought !== ''; sought = sought.replace(/(?:^|\.|\[)[^.[]*$/, ''))
    if (places.includes(sought)) return sought;
  return '';
}

/** A mail with an empty element before each piece that is made of a place of the issue. Pure. */
export function withMarks({ html, places }: Pick<EditionPreview, 'html' | 'places'>): string {
  let [page, read] = ['', 0];
  for (const { place, offset } of places) {
    page += `${html.slice(read, offset)}<i data-place="${place}"></i>`;
    read = offset;
  }
  return page + html.slice(read);
}
