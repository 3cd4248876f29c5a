/** The elements by which the server ties pieces of a mail to their fields. */
const mark = 'i[data-place]';

/** The place that a piece of the mail belongs to; null for what stands before all of them, or belongs to the institution. */
export function placeAt(target: Node): string | null {
  const document = target.ownerDocument;
  if (document === null) return null;
  const marks = [...document.querySelectorAll(mark)];
  const inside = marks.find((one) => target.contains(one));
  // A small piece that holds a mark is that mark's; a large one is whatever stands before the place of the click.
  const isSmall = (target.textContent ?? '').length < 400;
  const before = marks
    .filter((one) => target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
    .at(-1);
  const found = (isSmall ? inside : undefined) ?? before ?? inside;
  const place = found?.getAttribute('data-place') ?? null;
  return place === null || place.startsWith('masthead.brand') ? null : place;
}

/** The element that shows a place, or what it is part of: a picture of an article, an entry of a section. */
export function elementAt(document: Document, place: string): HTMLElement | null {
  const marks = [...document.querySelectorAll<HTMLElement>(mark)];
  for (let sought = place; sought !== ''; sought = sought.replace(/(?:^|\.|\[)[^.[]*$/, '')) {
    const found = marks.find((one) => isUnder(one.getAttribute('data-place') ?? '', sought));
    if (found) return shownBy(found);
  }
  return null;
}

/** Whether a place is another one or lies in it. */
function isUnder(place: string, above: string): boolean {
  return place === above || place.startsWith(`${above}.`) || place.startsWith(`${above}[`);
}

function shownBy(found: HTMLElement): HTMLElement | null {
  const next = found.nextElementSibling;
  return next instanceof found.ownerDocument.defaultView!.HTMLImageElement ? next : found.parentElement;
}
